import { useEffect, useRef, useState, type FormEvent, type MouseEvent } from "react";
import { messageActsPath } from "~/features/thread/model";
import { Dialog } from "~/ui/dialog";
import { StatusRegion } from "~/ui/status-region";
import type { MessageActions } from "../pages.server";
import { InPlace, MessageActs } from "./message-acts";

const ID = "gestes";
const AWAY = "Le réseau ne répond pas. Réessayez dans un moment.";

export type WindowProps = { threadId: number; messageId: number; onClose: () => void; onQuote: () => void };

/** What is said of what was done, where the window itself does not show it at once. */
function saidOf(what: string | undefined, body: URLSearchParams): string {
  if (what === "signet") return body.get("etat") === "oui" ? "Gardé dans vos signets." : "Retiré de vos signets.";
  if (what === "vote") return body.has("retrait") || !body.has("choix") ? "Votre vote est retiré." : "Votre vote est compté.";
  return what === "fin-du-sondage" ? "Le sondage est fermé." : "";
}

/** All that can be done to a message, over its thread. What it cannot do, the message's page does. */
export function ActsWindow({ threadId, messageId, onClose, onQuote }: WindowProps) {
  const path = messageActsPath(threadId, messageId);
  const [message, setMessage] = useState<MessageActions | null>(null);
  const [round, setRound] = useState(0);
  const [said, say] = useState("");
  const leave = useRef({ close: onClose, quote: onQuote });
  const quoting = useRef(false);
  useEffect(() => {
    leave.current = { close: onClose, quote: onQuote };
  });

  useEffect(() => {
    const dialog = document.getElementById(ID) as HTMLDialogElement | null;
    const closed = () => (quoting.current ? leave.current.quote() : leave.current.close());
    dialog?.addEventListener("close", closed);
    dialog?.showModal();
    return () => dialog?.removeEventListener("close", closed);
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    fetch(`${path}/actes`, { redirect: "manual", signal: stop.signal })
      .then(async (answer) => (answer.ok ? setMessage((await answer.json()) as MessageActions) : Promise.reject(new Error())))
      .catch((failure: unknown) => {
        if (stop.signal.aborted) return;
        // Where the network answers, the message's page says what is the matter.
        if (failure instanceof TypeError) say(AWAY);
        else location.assign(path);
      });
    return () => stop.abort();
  }, [path, round]);

  const close = () => (document.getElementById(ID) as HTMLDialogElement | null)?.close();

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name) body.set(submitter.name, submitter.value);
    const what = new URL(form.action).pathname.split("/").at(-1);
    void fetch(form.action, { method: "POST", body, redirect: "manual" })
      .then(({ type }) => {
        // Whatever was refused is said by the page of the form itself.
        if (type !== "opaqueredirect") return form.submit();
        if (what === "suppression") return close();
        say(saidOf(what, body));
        setRound((before) => before + 1);
      })
      .catch(() => say(AWAY));
  };
  const press = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (event.target === document.getElementById(ID)) return close();
    if (!link || !new URL(link.href).searchParams.has("citer")) return;
    event.preventDefault();
    quoting.current = true;
    close();
  };

  return (
    <div onClickCapture={press}>
      <Dialog id={ID} title={message ? `Message de ${message.author}` : "Message"} closeLabel="Fermer">
        {message ? (
          <InPlace.Provider value={{ send, round: `-${round}` }}>
            <MessageActs message={message} />
          </InPlace.Provider>
        ) : said ? null : (
          <p className="soft">Un instant…</p>
        )}
        <StatusRegion>{said}</StatusRegion>
      </Dialog>
    </div>
  );
}
