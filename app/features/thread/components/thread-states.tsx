import { Link } from "@remix-run/react";
import { useState } from "react";
import { fetchNews } from "~/realtime/use-live";
import { ReportLink } from "~/features/shell/components/report-link";
import { Notice } from "~/ui/notice";
import { Prose } from "~/ui/prose";
import { Tag } from "~/ui/tag";
import type { HeadData } from "../head-pages.server";

type Head = HeadData & { title: string };

/** What a thread is about, each a link to what else is said of it; a guest has one thread, and reads the words. */
export function ThreadTopics({ topics }: { topics: HeadData["topics"] }) {
  if (topics.length === 0) return null;
  return (
    <p className="row">
      {topics.map(({ id, name, to }) => (
        <span key={id}>{to === null ? name : <Link to={to}>{name}</Link>}</span>
      ))}
    </p>
  );
}

/** The meeting that a discussion goes with, and what was written of it. */
export function ThreadMeeting({ meeting }: { meeting: HeadData["meeting"] }) {
  if (!meeting) return null;
  return (
    <p className="row">
      <Link to={meeting.to}>Le Moment d’échange</Link>
      {meeting.minutes ? <Link to={meeting.minutes}>Lire le compte rendu</Link> : null}
    </p>
  );
}

/** What came out of a discussion, over its messages. */
export function ThreadSummary({ id, summary }: { id: number; summary: HeadData["summary"] }) {
  if (!summary) return null;
  return (
    <section aria-labelledby="resume">
      <Notice tone="moss" shape="tied" title={<span id="resume">Résumé</span>}>
        <Prose html={summary.html} />
        <p className="hint">
          Par {summary.by}, {summary.when} · <ReportLink of="resume" id={id} which=", dans le résumé" />
        </p>
      </Notice>
    </section>
  );
}

/** The states of a thread in one line, each a shape and a word, and the way to its answer. */
export function ThreadStates({ head: { asked, answer, closed, removed, pinned, announced } }: { head: HeadData }) {
  if (!asked && !closed && !removed && !pinned && !announced) return null;
  return (
    <p className="row">
      {removed ? (
        <Tag tone="slate" shape="cut">
          Retirée par le comité
        </Tag>
      ) : null}
      {announced ? <Tag tone="thread">Annonce</Tag> : null}
      {pinned ? (
        <Tag tone="slate" shape="stitch">
          Épinglée
        </Tag>
      ) : null}
      {asked ? answer ? <Tag tone="moss">Réponse trouvée</Tag> : <Tag tone="honey">Question ouverte</Tag> : null}
      {asked && answer ? <a href={answer.to}>Lire la réponse de {answer.author}</a> : null}
      {closed ? <Tag tone="slate">Fermée</Tag> : null}
    </p>
  );
}

/** What the page was made with, until someone changes it; whatever the page is made with anew comes first again. */
export function useHead(id: number, made: Head): [Head, () => Promise<void>] {
  const [known, setKnown] = useState({ made, now: made });
  if (JSON.stringify(known.made) !== JSON.stringify(made)) setKnown({ made, now: made });
  const refresh = async () => {
    const answer = await fetchNews(`/discussions/${id}/entete`);
    const now = (await answer.json()) as Head;
    setKnown((before) => ({ ...before, now }));
  };
  return [known.now, refresh];
}
