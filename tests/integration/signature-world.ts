import type { MemberActor } from "~/kit/actor";
import { inTransaction } from "~/kit/transaction.server";
import { sealOf } from "~/features/charter/canonical.server";
import type { Matter } from "~/features/charter/model";
import { logLines } from "~/features/signature/log/export.server";
import { verifyLog, type Verdict } from "~/features/signature/log/verification";
import { mayPublish } from "~/features/signature/policy";
import { publishVersion } from "~/features/signature/publication/mutations.server";
import type { Kind } from "~/features/signature/publication/model";
import { organisationSentenceFor, sentenceFor } from "~/features/signature/model";
import * as signRoute from "~/routes/charte.signature._index";
import * as signForRoute from "~/routes/charte.signature.organisations.$id._index";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";

export const HOUSE = "Maison Le Pommier";
export const TITLE = "Charte de collaboration";

export type WrittenArticle = { title: string; body: string; matter?: Matter };

/** A community whose committee is Audrey and Bernard, with a charter to sign. */
export type SignatureWorld = ThreadWorld & { audrey: Person; bernard: Person };

export async function openSignatureWorld(): Promise<SignatureWorld> {
  const world = await openThreadWorld();
  const audrey = await world.join("Audrey Lemire", { title: "Coordonnatrice" });
  const bernard = await world.join("Bernard Pinard", { title: "Agent de liaison", organisation: "CPE Les Glissades" });
  for (const { id } of [audrey, bernard]) await world.sql`insert into member_roles (member_id, role) values (${id}, 'committee')`;
  return { ...world, audrey, bernard };
}

/** A version that was adopted, as the drafting leaves it; articles are known by their titles. */
export async function adopt({ sql, audrey }: SignatureWorld, number: number, articles: readonly WrittenArticle[]): Promise<string> {
  const { canonicalText, sha256 } = sealOf(TITLE, articles);
  await sql.begin(async (tx) => {
    const [version] = await tx`insert into charter_versions (number, state, title, renderer_version, begun_by, canonical_text, sha256, adopted_at, adopted_by)
      values (${number}, 'adopted', ${TITLE}, 1, ${audrey.id}, ${canonicalText}, ${sha256}, now(), ${audrey.id}) returning id`;
    for (const [index, { title, body, matter = "general" }] of articles.entries()) {
      const [known] = await tx`select id from charter_articles where title = ${title}`;
      const [article] = known ? [known] : await tx`insert into charter_articles (position, title, body, html, renderer_version, matter)
        values ((select coalesce(max(position), 0) + 1 from charter_articles), ${title}, ${body}, '', 1, ${matter}) returning id`;
      await tx`insert into article_revisions (article_id, version, title, body, written_by, written_at) values (${article?.id}, ${number}, ${title}, ${body}, ${audrey.id}, now())`;
      await tx`insert into version_articles (version_id, position, article_id, article_version, title, body, html, matter)
        values (${version?.id}, ${index + 1}, ${article?.id}, ${number}, ${title}, ${body}, ${`<p>${body}</p>`}, ${matter})`;
    }
  });
  return sha256;
}

/** Puts an adopted version in force, past the questions that the page asks. */
export async function putInForce({ audrey }: SignatureWorld, version: number, kind: Kind = "substance"): Promise<void> {
  const proof = mayPublish((await audrey.actor()) as MemberActor);
  await inTransaction((tx) => publishVersion(tx, proof, { version, kind, reasons: "Ce que le groupe a voulu.", by: { id: audrey.id, name: audrey.name, title: "Coordonnatrice" } }));
}

/** Adopts a version and puts it in force; returns its digest. */
export async function publish(world: SignatureWorld, number: number, articles: readonly WrittenArticle[], kind: Kind = "substance"): Promise<string> {
  const sha256 = await adopt(world, number, articles);
  await putInForce(world, number, kind);
  return sha256;
}

/** Signs as the page has it: the digest and the sentence that were shown. */
export async function sign(person: Person, shown: { version: number; sha256: string }, fields: Record<string, string> = {}, organisation: string | null = HOUSE): Promise<Answer> {
  const nom = fields.nom ?? person.name;
  const titre = fields.titre ?? "Éducatrice";
  const phrase = sentenceFor({ name: nom, title: titre, organisation }, shown.version);
  return person.post(signRoute.action, "/charte/signature", { cle: await person.key(), nom, titre, empreinte: shown.sha256, phrase, ...fields });
}

export async function signFor(person: Person, organisation: { id: number; name: string }, shown: { version: number; sha256: string }): Promise<Answer> {
  const fields = { nom: person.name, titre: "Directrice" };
  const phrase = organisationSentenceFor({ name: fields.nom, title: fields.titre, organisation: organisation.name }, shown.version);
  return person.post(signForRoute.action, `/charte/signature/organisations/${organisation.id}`, { cle: await person.key(), ...fields, empreinte: shown.sha256, phrase }, { id: String(organisation.id) });
}

export const codeIn = ({ location }: Answer): string => /^\/charte\/recus\/([0-9A-Z-]{14})/.exec(location ?? "")?.[1] ?? "";

export async function exported(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of logLines()) lines.push(line);
  return lines;
}

export const verified = async (head?: string): Promise<Verdict> => verifyLog(await exported(), head);
