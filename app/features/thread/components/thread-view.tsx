import { Form, Link } from "@remix-run/react";
import { useRef, type ReactNode } from "react";
import type { Problem } from "~/kit/errors";
import { ButtonLink, Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import { usePictureViewer } from "~/features/file/components/picture-viewer";
import { proposeFromPath } from "~/features/topic/model";
import { authorPath, leadPath, reportPath, threadPath, windowPath } from "../model";
import type { threadPage } from "../pages.server";
import { Composer, type ComposerHandle } from "./composer";
import { MessageList } from "./message-list";
import { SignFirst } from "./sign-first";
import { ThreadMeeting, ThreadStates, ThreadSummary, ThreadTopics, useHead } from "./thread-states";
import { useHydrated } from "./use-hydrated";

export type ThreadData = Awaited<ReturnType<typeof threadPage>>;

/** One discussion: its messages on their thread, and at its loose end the box to answer in. */
export function ThreadView({ thread, problem, beside }: { thread: ThreadData; problem: Problem | undefined; /** Acts of other features, under the title. */ beside?: ReactNode }) {
  const { id, neighbours, member } = thread;
  const [head, refresh] = useHead(id, { title: thread.title, ...thread.head });
  // Closed under the hands of someone who writes, the box stays with their text; publishing says why it cannot.
  const mayWrite = thread.mayWrite && (!thread.held || problem !== undefined) && (thread.head.closed === null || head.closed === null) && !head.removed;
  const composer = useRef<ComposerHandle>(null);
  usePictureViewer();
  return (
    <>
      <PageHeader
        title={head.title}
        tied={neighbours.older === null}
        {...(member ? { back: { to: "/discussions", label: "Discussions" } } : {})}
        facts={
          <>
            <p>
              Lancée par {thread.starter} le {thread.startedAt} · {thread.count}
            </p>
            <ThreadTopics topics={head.topics} />
            <ThreadMeeting meeting={head.meeting} />
            <ThreadStates head={head} />
            <Landing thread={thread} />
            {beside}
            <p className="row">
              {thread.mayLead ? <Link to={leadPath(id)}>Gérer la discussion</Link> : null}
              {member && !thread.unnamed ? <Link to={proposeFromPath(id)}>En faire un sujet à discuter</Link> : null}
              <Link to={reportPath("discussion", id)}>Signaler le titre</Link>
            </p>
          </>
        }
      />
      <ThreadSummary id={id} summary={head.summary} />
      <Pager label="Messages plus anciens" {...(neighbours.older ? { older: { to: windowPath(id, neighbours.older), label: "Messages plus anciens" } } : {})} />
      <MessageList key={id} thread={thread} mayQuote={mayWrite} onHead={refresh} onQuote={(text, messageId) => composer.current?.insertQuote(text, messageId)} />
      <Newer thread={thread} />
      <Yarn comesFromAbove label="Répondre">
        <YarnItem knot="loose" id="repondre">
          {head.closed ? <Closed closed={head.closed} /> : null}
          {thread.unnamed ? (
            <p>
              Vous avez lancé cette discussion sans votre nom{"\u00a0"}: vos réponses n’en ont pas non plus. <Link to={authorPath(id)}>Qui peut le savoir</Link>
            </p>
          ) : null}
          {mayWrite ? (
            <Composer key={id} handle={composer} action={threadPath(id)} threadId={id} label="Votre réponse" draft={thread.draft} quotation={thread.quotation} problem={problem} />
          ) : head.closed || head.removed ? null : thread.mayWrite ? (
            <SignFirst what="écrire dans les discussions" />
          ) : (
            <Paused />
          )}
          <AllRead thread={thread} />
        </YarnItem>
      </Yarn>
    </>
  );
}

/** Why the page begins where it does. */
function Landing({ thread: { id, landing, neighbours } }: { thread: ThreadData }) {
  if (!landing) return null;
  if (landing.allRead) return <p>Vous avez tout lu. Voici les derniers messages.</p>;
  return (
    <p>
      <a href="#nouveau">Reprise au premier message non lu</a> ({landing.when}) · {landing.unread} à lire
      {neighbours.latest ? (
        <>
          {" · "}
          <a href={windowPath(id, neighbours.latest)}>Aller au plus récent</a>
        </>
      ) : null}
    </p>
  );
}

/** What comes after this window. */
function Newer({ thread: { id, neighbours } }: { thread: ThreadData }) {
  const { newer, latest } = neighbours;
  return (
    <>
      <Pager label="Messages plus récents" {...(newer ? { newer: { to: windowPath(id, newer), label: "Messages plus récents" } } : {})} />
      {latest && latest !== newer ? (
        <p className="page-note">
          <Link to={windowPath(id, latest)}>Aller au plus récent</Link>
        </p>
      ) : null}
    </>
  );
}

/** For those whose reading is not noted by itself: without scripts, and where later messages stand on another page. */
function AllRead({ thread: { id, neighbours, landing, span, told } }: { thread: ThreadData }) {
  const hydrated = useHydrated();
  const read = !landing || landing.allRead;
  if (read && told && !hydrated) {
    return (
      <Form method="post" action="/notifications/lecture">
        <input type="hidden" name="discussion" value={id} />
        <Button look="quiet">J’ai lu ce qu’on m’a signalé</Button>
      </Form>
    );
  }
  if (!landing || landing.allRead || (hydrated && neighbours.newer === null)) return null;
  return (
    <Form method="post" action={`/discussions/${id}/lecture`}>
      <input type="hidden" name="position" value={span.last} />
      <Button look="quiet">J’ai tout lu</Button>
    </Form>
  );
}

function Closed({ closed: { by, when } }: { closed: NonNullable<ThreadData["head"]["closed"]> }) {
  return (
    <Notice tone="slate" title="Cette discussion est fermée" role="status">
      <p>
        Fermée par {by}, {when}. On peut la lire, mais plus y écrire.
      </p>
    </Notice>
  );
}

function Paused() {
  return (
    <Notice tone="slate" title="Votre participation est en pause" acts={<ButtonLink look="plain" small to="/reglages">Voir mes réglages</ButtonLink>}>
      <p>Vous pouvez lire, mais pas écrire.</p>
    </Notice>
  );
}
