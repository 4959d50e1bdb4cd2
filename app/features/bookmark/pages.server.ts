import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Form } from "~/kit/form.server";
import { formatWhen } from "~/kit/format";
import { plainText } from "~/kit/markdown.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { messageActsPath, messagePlace, parseCursor } from "~/features/thread/model";
import { bookmark } from "./mutations.server";
import { mayBookmark } from "./policy";
import { listBookmarks } from "./queries.server";
import { bookmarkInput } from "./schema";

const EXCERPT = 180;

/** The loader's data of « Mes signets ». */
export async function bookmarksPage(actor: ParticipantActor, request: Request) {
  const cursor = parseCursor(new URL(request.url).searchParams.get("avant"));
  const [{ bookmarks, next }, zone] = await Promise.all([listBookmarks(actor, cursor), communityTimeZone()]);
  return {
    bookmarks: bookmarks.map(({ messageId, threadId, title, author, body, at }) => ({
      messageId,
      to: messagePlace(threadId, messageId),
      forget: `${messageActsPath(threadId, messageId)}/signet`,
      title,
      author,
      excerpt: plainText(body).replace(/\s+/g, " ").slice(0, EXCERPT),
      when: formatWhen(at, now(), zone),
      instant: at.toISOString(),
    })),
    older: next && `/signets?avant=${next}`,
  };
}

/** Returns where one goes on: the bookmarks where one let go of it, else the message. */
export function keepAtHand(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayBookmark(actor, { threadId, messageId });
  const on = form.parse(bookmarkInput).etat === "oui";
  return writeOnce(actor, form, async (tx) => {
    await bookmark(tx, proof, on);
    return on ? messagePlace(threadId, messageId) : "/signets";
  });
}
