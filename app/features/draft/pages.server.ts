import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { formatTime, formatWhen, plural } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { now } from "~/kit/clock.server";
import { answerJson } from "~/kit/json.server";
import { plainText } from "~/kit/markdown.server";
import { inTransaction } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { KEPT_FILES, type Attachment } from "~/features/file/model";
import { filesIn, gather, withoutFiles } from "~/features/file/pages.server";
import { forgetDraft, keepDraft, type Kept } from "./mutations.server";
import { BESIDES, placeOf, type SavedDraft } from "./model";
import { mayForgetDraft, mayKeepDraft } from "./policy";
import { listDrafts } from "./queries.server";
import { draftInput } from "./schema";

/** What the routes of drafts do, once the guard has let someone in. */

type Asked = { actor: ParticipantActor; form: Form };

async function keep({ actor, form }: Asked, files: readonly Attachment[]): Promise<Kept & { threadId: number | null }> {
  const proof = mayKeepDraft(actor);
  const { titre, texte, discussion, version, ...fields } = withoutFiles(form).parseUnseen(draftInput);
  const besides = Object.fromEntries(BESIDES.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
  const kept = await inTransaction((tx) => keepDraft(tx, proof, { threadId: discussion, title: titre, body: texte, besides, files, revision: version, formKey: form.key }));
  return { ...kept, threadId: discussion };
}

/** For the page's script, every few seconds; answers with SavedDraft as JSON. */
export const keepByScript = (asked: Asked): Promise<Response> =>
  answerJson(async (): Promise<SavedDraft> => {
    const { revision, savedAt, published } = await keep(asked, filesIn(asked.form));
    return { revision, published, savedAt: savedAt && formatTime(savedAt, await communityTimeZone()) };
  });

/** For the button of a page without script, whose files come along: back to where the text is gone on with. */
export async function keepByButton(asked: Asked): Promise<string> {
  const { files, wrong } = await gather(asked.actor, asked.form);
  const { threadId } = await keep(asked, files).catch((error: unknown) => {
    // Two texts, each with its files: whichever is kept has them.
    if (error instanceof DomainError) throw new DomainError(error.code, { ...error.details, values: { ...asked.form.values, [KEPT_FILES]: JSON.stringify(files) } });
    throw error;
  });
  if (wrong.length > 0) throw new DomainError("input.invalid", { fields: { fichiers: wrong.join("\n") } });
  return placeOf(threadId);
}

const EXCERPT = 180;

/** « Mes brouillons », with the beginning of each. */
export async function draftsPage(actor: ParticipantActor) {
  const [drafts, zone] = await Promise.all([listDrafts(actor), communityTimeZone()]);
  return drafts.map(({ id, threadId, threadTitle, title, body, files, savedAt }) => ({
    id,
    to: placeOf(threadId),
    place: threadTitle ?? (title || "Nouvelle discussion"),
    isNew: threadId === null,
    excerpt: [plainText(body).replace(/\s+/g, " ").slice(0, EXCERPT), files > 0 ? plural(files, "fichier joint", "fichiers joints") : ""].filter(Boolean).join(" · "),
    savedAt: formatWhen(savedAt, now(), zone),
    instant: savedAt.toISOString(),
  }));
}

export async function forget(actor: ParticipantActor, draftId: number): Promise<void> {
  await inTransaction((tx) => forgetDraft(tx, mayForgetDraft(actor, draftId)));
}
