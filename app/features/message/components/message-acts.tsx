import { Form, Link } from "@remix-run/react";
import { createContext, useContext, type FormEvent, type ReactNode } from "react";
import { ServerMarkup } from "~/kit/markup";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { PollForm } from "~/features/poll/components/poll-form";
import { messageActsPath, reportPath, threadPath } from "~/features/thread/model";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import type { MessageActions } from "../pages.server";
import { Redline } from "./redline";

/** How forms that change nothing but the message are sent over a thread: by a script, and with a key of their own each time. */
export const InPlace = createContext<{ send?: (event: FormEvent<HTMLFormElement>) => void; round: string }>({ round: "" });

/** All that this person can do to a message, each as a form of its own. */
export function MessageActs({ message }: { message: MessageActions }) {
  const { threadId, messageId, bookmarked, mayQuote, mayReword, mayDelete, mayReport, mine, there, concealed } = message;
  const path = messageActsPath(threadId, messageId);
  const { send, round } = useContext(InPlace);
  return (
    <div className="stack message-acts">
      {message.poll ? <PollForm threadId={threadId} messageId={messageId} poll={message.poll} send={send} round={round} /> : null}
      <Reactions message={message} />
      <div className="acts">
        {mayQuote ? (
          <ButtonLink look="plain" small to={`${threadPath(threadId)}?citer=${messageId}#repondre`}>
            Citer dans une réponse
          </ButtonLink>
        ) : null}
        {mayReword ? (
          <ButtonLink look="plain" small to={`${path}/modification`}>
            Modifier
          </ButtonLink>
        ) : null}
        {there ? (
          <Act here to={`${path}/signet`} name={`bookmark-${messageId}`} fields={{ etat: bookmarked ? "non" : "oui" }}>
            {bookmarked ? "Retirer de mes signets" : "Garder dans mes signets"}
          </Act>
        ) : null}
        <Act to={`${path}/non-lu`} name={`unread-${messageId}`}>
          Marquer comme non lu à partir d’ici
        </Act>
        <ButtonLink look="quiet" small to={message.place}>
          Lien vers ce message
        </ButtonLink>
      </div>
      {concealed !== null ? (
        <Notice tone="honey" title={mine ? "Votre message est masqué" : "Ce message est masqué"}>
          <p>{mine ? "Vous et le comité le voyez encore" : "La personne qui l’a écrit et le comité le voient encore"}{"\u00a0"}:</p>
          <blockquote className="typed-text">{concealed}</blockquote>
        </Notice>
      ) : null}
      {mayReport ? <Reporting message={message} /> : null}
      {mayDelete ? (
        <Disclosure summary="Supprimer ce message">
          <div className="stack">
            <p>
              Le texte s’efface pour tout le monde, avec ses versions précédentes. Il reste à sa place la mention qu’un message a été supprimé
              {mine ? "." : ", par le comité."}
            </p>
            <Act here to={`${path}/suppression`} name={`delete-${messageId}`} look="danger">
              Supprimer le message
            </Act>
          </div>
        </Disclosure>
      ) : null}
      <History message={message} />
    </div>
  );
}

/** Whoever fears that a child or a family could be recognised says so here, of the message or of one of its files. */
function Reporting({ message: { messageId, files, poll } }: { message: MessageActions }) {
  return (
    <ul className="stack" role="list">
      <li>
        <Link to={reportPath("message", messageId)}>Signaler un renseignement personnel, ou autre chose</Link>
      </li>
      {poll ? (
        <li>
          <ReportLink of="choix" id={messageId} which=", dans les choix du sondage" />
        </li>
      ) : null}
      {files.map(({ id, name }) => (
        <li key={id}>
          <Link to={reportPath("fichier", id)}>Signaler le fichier «{"\u00a0"}{name}{"\u00a0"}»</Link>
        </li>
      ))}
    </ul>
  );
}

function Reactions({ message: { threadId, messageId, reactions, mayReact, readers, readersAt } }: { message: MessageActions }) {
  const { send, round } = useContext(InPlace);
  const said = reactions.filter(({ count }) => count > 0);
  return (
    <>
      {mayReact ? (
        <fieldset className="reactions">
          <legend className="label">Réagir</legend>
          {reactions.map(({ kind, word, mine }) => (
            <Form key={kind} method="post" action={`${messageActsPath(threadId, messageId)}/reaction`} preventScrollReset onSubmit={send}>
              <FormKey name={`${kind}-${messageId}${round}`} />
              <input type="hidden" name="reaction" value={kind} />
              <input type="hidden" name="etat" value={mine ? "non" : "oui"} />
              <Button look="plain" small aria-pressed={mine}>
                {word}
              </Button>
            </Form>
          ))}
        </fieldset>
      ) : null}
      <div className="soft">
        {said.map(({ kind, word, by }) => (
          <p key={kind}>
            {word}
            {"\u00a0"}: {by}
          </p>
        ))}
        {readers ? (
          <p>
            {readers}
            {readersAt ? (
              <>
                {" · "}
                <Link to={readersAt}>Qui a lu l’annonce</Link>
              </>
            ) : null}
          </p>
        ) : null}
      </div>
    </>
  );
}

function History({ message: { past } }: { message: MessageActions }) {
  if (past.length === 0) return null;
  return (
    <Disclosure summary={`Ce qui a été modifié (${past.length})`}>
      <ol className="stack" role="list">
        {[...past].reverse().map(({ version, writtenAt, pieces, files }) => (
          <li key={version}>
            <p className="soft">Version écrite {writtenAt}, et ce qui l’a remplacée</p>
            <Redline pieces={pieces} />
            {files ? <p className="soft">{files.length > 0 ? `Fichiers de cette version\u00a0: ${files.join(", ")}` : "Cette version n’avait pas de fichier."}</p> : null}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

type ActProps = { /** It may be done over the thread, without leaving it. */ here?: boolean; to: string; name: string; fields?: Record<string, string>; look?: "plain" | "danger"; children: ReactNode };

function Act({ here = false, to, name, fields = {}, look = "plain", children }: ActProps) {
  const { send, round } = useContext(InPlace);
  return (
    <Form method="post" action={to} onSubmit={here ? send : undefined}>
      <FormKey name={name + round} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button look={look} small>
        {children}
      </Button>
    </Form>
  );
}

/** The message itself, as it stands in its thread. */
export const MessageShown = ({ message: { html } }: { message: { html: string | null } }) => <ServerMarkup name="message" html={html} as="ol" className="yarn" />;
