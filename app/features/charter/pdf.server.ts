import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatDate } from "~/kit/format";
import { makePaper } from "~/kit/paper/paper.server";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import { STATE_NAMES } from "./model";
import { findVersion } from "./queries.server";

/** A version of the charter as a paper: what is signed, to the letter, with its hash. */
export async function charterPaper(actor: MemberActor, number: number): Promise<Buffer> {
  const [version, community, zone] = await Promise.all([findVersion(actor, number), unscopedCommunity(), communityTimeZone()]);
  const { title, state, publishedAt, articles, sha256 } = version;
  const at = now();
  const standing = publishedAt === null ? `${STATE_NAMES[state].toLowerCase()}, le ${formatDate(at, zone)}` : `en vigueur depuis le ${formatDate(new Date(publishedAt), zone)}`;
  const name = community?.name ?? "Le Fil";
  return makePaper({ title: `${title}, version ${number}`, author: name, foot: `${name} · ${title}, version ${number}`, at }, (paper) => {
    paper.title(title, `${name} · version ${number}, ${standing}`);
    for (const { position, title: heading, body } of articles) {
      paper.heading(`${position}. ${heading}`);
      paper.markdown(body);
    }
    if (sha256) paper.paragraph(`Empreinte SHA-256 du texte de cette version\u00a0: ${sha256}`, { soft: true });
  });
}

/** The same, to be downloaded. */
export async function sendPaper(actor: MemberActor, number: number): Promise<Response> {
  const bytes = await charterPaper(actor, number);
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="charte-version-${number}.pdf"`, "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff" },
  });
}
