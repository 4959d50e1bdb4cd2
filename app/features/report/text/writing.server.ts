import { sql, type SQL } from "drizzle-orm";
import { renderMarkdown } from "~/kit/markdown.server";
import { now } from "~/kit/clock.server";
import { sha256 } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";
import { MASKED_LINE, type TextKind, type TextRef } from "./model";

/** How each text is written in its place, whatever the reason: masked, put back, or worded anew by the committee. */

type Write = (tx: Tx, at: { id: number; part: string; own: number }, body: string, by: number) => Promise<unknown>;

/** How long a text may be in its place, whether it is one line, and how it is put there. */
type Writer = { most: number; line?: true; write: Write };

const set = (table: SQL, column: SQL): Write => (tx, { id, own }, body) => tx.execute(sql`update ${table} set ${column} = ${body} where id = ${own || id}`);
const line = (most: number, write: Write): Writer => ({ most, line: true, write });
const text = (most: number, write: Write): Writer => ({ most, write });

const setRich = (table: SQL, column: SQL, html: SQL): Write => (tx, { id }, body) => tx.execute(sql`update ${table} set ${column} = ${body}, ${html} = ${renderMarkdown(body).html} where id = ${id}`);

/** The lines of a text, for rows in their order: a row for which no line is left is masked. */
const lineOf = (lines: string, place: SQL, most: number): SQL => sql`coalesce(nullif(btrim(left(split_part(${lines}::text, E'\n', ${place}::int), ${most}::int)), ''), ${MASKED_LINE})`;

/** As many lines as there were, so that what was answered still points at something. */
const linesOf = (lines: string, column: SQL): SQL => sql`(select array_agg(${lineOf(lines, sql`g`, 300)} order by g) from generate_series(1, cardinality(${column})) g)`;

/** Histories that only grow are reworded by functions of the database and by nothing else; the same sign lets what was asked in a survey be masked. */
const masking = (tx: Tx, on: boolean): Promise<unknown> => tx.execute(sql`select set_config('le_fil.masking', ${on ? "on" : ""}, true)`);

const question = (change: (body: string) => SQL): Write => async (tx, { own }, body) => {
  await masking(tx, true);
  await tx.execute(sql`update survey_questions set ${change(body)} where id = ${own}`);
  await masking(tx, false);
};

const handover = (column: SQL): Write => (tx, { own }, body) => tx.execute(sql`update handovers set ${column} = ${body}, revision = revision + 1 where sitting_id = ${own}`);

/** An article's wording is one more of its revisions, so that whoever has it under their hands hears that it moved. */
const article = (column: "title" | "body"): Write => async (tx, { id }, wording, by) => {
  const { html, version } = renderMarkdown(wording);
  const changed = column === "title" ? sql`title = ${wording}` : sql`body = ${wording}, html = ${html}, renderer_version = ${version}`;
  await tx.execute(sql`
    with worded as (update charter_articles set ${changed}, version = version + 1 where id = ${id} returning id, version, title, body)
    insert into article_revisions (article_id, version, title, body, written_by, written_at) select id, version, title, body, ${by}, ${now().toISOString()}::timestamptz from worded`);
};

/** A written answer wherever the same was written: in people's sheets, or in the box of an anonymous survey; a text that was read stays read. */
const answer: Write = async (tx, { id, part }, body) => {
  const [, asked = "0", hash = ""] = /^q(\d+)-([0-9a-f]{64})$/.exec(part) ?? [];
  const is = (column: SQL): SQL => sql`encode(sha256(convert_to(${column} ->> ${asked}, 'UTF8')), 'hex') = ${hash}`;
  const changed = (column: SQL): SQL => sql`jsonb_set(${column}, array[${asked}], to_jsonb(${body}::text))`;
  await tx.execute(sql`update survey_ballots set answers = ${changed(sql`answers`)} where survey_id = ${id} and ${is(sql`answers`)}`);
  await tx.execute(sql`update survey_sheets set answers = ${changed(sql`answers`)} where survey_id = ${id} and ${is(sql`answers`)}`);
  await tx.execute(sql`
    insert into survey_readings (survey_id, question_id, text_hash, verdict, read_by, read_at)
    select survey_id, question_id, ${sha256(body)}, verdict, read_by, read_at from survey_readings where question_id = ${asked}::bigint and text_hash = ${hash} on conflict do nothing`);
};

const WRITERS: Record<TextKind, Record<string, Writer>> = {
  summary: { resume: text(4_000, setRich(sql`threads`, sql`summary_body`, sql`summary_html`)) },
  choices: {
    choix: text(1_000, (tx, { id }, lines) => tx.execute(sql`update poll_choices c set label = ${lineOf(lines, sql`c.place`, 120)} from polls p where p.id = c.poll_id and p.message_id = ${id}`)),
  },
  meeting: {
    titre: line(160, set(sql`meetings`, sql`title`)),
    objectifs: text(4_000, setRich(sql`meetings`, sql`objectives_body`, sql`objectives_html`)),
    preparation: text(2_000, setRich(sql`meetings`, sql`question_body`, sql`question_html`)),
    ordre: text(8_000, (tx, { id }, lines) => tx.execute(sql`update agenda_items set title = ${lineOf(lines, sql`position`, 200)} where meeting_id = ${id}`)),
    personne: text(600, set(sql`speakers`, sql`bio`)),
    raison: text(500, (tx, { own }, body) =>
      tx.execute(sql`update sittings set cancelled_reason = case when cancelled_reason is not null then ${body} end, postponed_reason = case when postponed_reason is not null then ${body} end where id = ${own}`),
    ),
    lieu: line(200, set(sql`sittings`, sql`place`)),
    dates: text(600, set(sql`date_polls`, sql`note`)),
    compte: text(20_000, (tx, { own }, body) => {
      const { html, version } = renderMarkdown(body);
      return tx.execute(sql`update minutes set body = ${body}, html = ${html}, renderer_version = ${version}, revision = revision + 1 where id = ${own}`);
    }),
    version: text(20_000, (tx, { own, part }, body) => tx.execute(sql`select reword_minutes_version(${own}::bigint, ${Number(part.split("-").at(-1))}::int, ${body}, ${renderMarkdown(body).html})`)),
    passage: text(1_000, set(sql`minutes_corrections`, sql`words`)),
    correction: text(1_000, set(sql`minutes_corrections`, sql`instead`)),
    refus: text(500, set(sql`minutes_corrections`, sql`reason`)),
    suite: line(200, set(sql`follow_ups`, sql`body`)),
    carte: line(200, set(sql`meeting_cards`, sql`body`)),
    notes: text(20_000, (tx, { own }, body) => tx.execute(sql`update meeting_notes set body = ${body}, revision = revision + 1 where id = ${own}`)),
    passe: text(2_000, handover(sql`worked`)),
    sait: text(2_000, handover(sql`to_know`)),
    reste: text(2_000, handover(sql`left_over`)),
  },
  article: {
    titre: line(160, article("title")),
    texte: text(20_000, article("body")),
    version: text(20_000, (tx, { id, own }, body) => tx.execute(sql`select reword_article_revision(${id}::bigint, ${own}::int, null, ${body})`)),
    entete: line(160, (tx, { id, own }, title) => tx.execute(sql`select reword_article_revision(${id}::bigint, ${own}::int, ${title}, null)`)),
  },
  charter: {},
  comment: {
    texte: text(4_000, (tx, { id }, body) => {
      const { html, version } = renderMarkdown(body);
      return tx.execute(sql`update charter_comments set body = ${body}, html = ${html}, renderer_version = ${version} where id = ${id}`);
    }),
  },
  proposal: {
    texte: text(20_000, set(sql`charter_proposals`, sql`body`)),
    raison: text(2_000, set(sql`charter_proposals`, sql`reason`)),
    reponse: text(2_000, set(sql`charter_proposals`, sql`decision_reason`)),
    avis: text(1_000, (tx, { id, own }, body) => tx.execute(sql`update proposal_voices set reason = ${body} where proposal_id = ${id} and member_id = ${own}`)),
  },
  consent: { reponse: text(2_000, (tx, { id, own }, body) => tx.execute(sql`update consent_answers set reason = ${body} where round_id = ${id} and member_id = ${own}`)) },
  survey: {
    titre: line(160, set(sql`surveys`, sql`title`)),
    presentation: text(2_000, set(sql`surveys`, sql`intro`)),
    suite: text(2_000, set(sql`surveys`, sql`sequel`)),
    question: line(300, question((body) => sql`label = ${body}`)),
    precision: text(500, question((body) => sql`hint = ${body}`)),
    choix: text(6_000, question((lines) => sql`options = ${linesOf(lines, sql`options`)}`)),
    niveaux: text(2_000, question((lines) => sql`levels = ${linesOf(lines, sql`levels`)}`)),
  },
  answer: { q: text(4_000, answer) },
  topic: {
    nom: line(80, set(sql`topics`, sql`name`)),
    souhait: text(600, set(sql`topics`, sql`wish`)),
    ecart: text(500, set(sql`topics`, sql`dismissed_reason`)),
    tete: text(300, set(sql`topics`, sql`raised_reason`)),
    etape: text(500, (tx, { own }, body) => tx.execute(sql`select reword_topic_step(${own}::bigint, ${body})`)),
  },
  archive: { texte: text(70_000, set(sql`archive_texts`, sql`body`)) },
};

const partsOf = (part: string) => {
  const [, name = "", own = "0"] = /^([a-z]+)(?:-?(\d+))?/.exec(part) ?? [];
  return { name, own: Number(own) };
};

function writerOf({ kind, part }: TextRef): Writer {
  const writer = WRITERS[kind][partsOf(part).name];
  if (!writer) throw new Error("No text of that name is written there.");
  return writer;
}

/** How long the text may be there, and whether it is one line. */
export const boundsOf = (ref: TextRef): { most: number; line: boolean } => ({ most: writerOf(ref).most, line: writerOf(ref).line ?? false });

/** Puts a text in its place. @param by whose act it is, where the place keeps that. */
export const writeText = (tx: Tx, ref: TextRef, body: string, by: number): Promise<unknown> => writerOf(ref).write(tx, { id: ref.id, part: ref.part, own: partsOf(ref.part).own }, body, by);

/** What stands in the place of a text that is out of sight. A name that is taken once stays so, and a written answer is known by what it says. */
export function maskOf({ kind, id, part }: TextRef, textId: number): string {
  if (kind === "answer") return `${MASKED_LINE} ${textId}`;
  // The words that a correction is about, and those that it puts instead, are never the same.
  if (partsOf(part).name === "passage") return `${MASKED_LINE}.`;
  return kind === "topic" && part === "nom" ? `Sujet masqué ${id}` : MASKED_LINE;
}

/** The same text as its place knows it now that other words stand there: a written answer is found by its words. */
export const asItStands = (ref: TextRef, words: string): TextRef => (ref.kind === "answer" ? { ...ref, part: `q${partsOf(ref.part).own}-${sha256(words)}` } : ref);
