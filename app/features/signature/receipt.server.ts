import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { formatInstant, formatShortDate } from "~/kit/format";
import { makePaper } from "~/kit/paper/paper.server";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import { dispositionOf } from "~/features/document/model";
import { codeOf, type LogBody } from "./log/entries";
import { readCode, receiptPath } from "./model";
import { findByCode, findReceipt, type FoundReceipt } from "./queries.server";

/** A receipt in words: on its page, in its PDF and in its mail. */

type Signed = Extract<LogBody, { event: "signed" | "organisation-signed" }>;
export type Fact = { term: string; value: string };

export type ShownReceipt = { code: string; version: number; title: string; who: string; organisation: boolean; paper: boolean; sentence: string; facts: Fact[]; withdrawn: boolean; sound: boolean };

function signedBody({ body }: FoundReceipt): Signed {
  if (body.event !== "signed" && body.event !== "organisation-signed") throw new DomainError("thing.absent");
  return body;
}

const dayOf = (text: string): string => formatShortDate(new Date(`${text}T12:00:00Z`), "UTC");

function methodOf(body: Signed, zone: string): Fact[] {
  if (body.method === "screen") return [{ term: "Manière", value: `à l’écran, après une connexion le ${formatInstant(new Date(body.signed_in_at), zone)}` }];
  return [
    { term: "Manière", value: `sur papier, le ${dayOf(body.signed_on)}` },
    { term: "Inscrite par", value: body.recorded_by.map(({ name }) => name).join(" et ") },
    { term: "Empreinte de la page numérisée (SHA-256)", value: body.scan_sha256 },
  ];
}

export function shownReceipt(found: FoundReceipt, zone: string): ShownReceipt {
  const body = signedBody(found);
  const { person, organisation, version, sentence } = body;
  const code = codeOf(found.hash);
  return {
    code, version, title: found.title, who: person.name, organisation: body.event === "organisation-signed", paper: body.method === "paper", sentence, withdrawn: found.withdrawn, sound: found.sound,
    facts: [
      { term: "Texte", value: `${found.title}, version ${version}` },
      { term: body.event === "organisation-signed" ? "Signée au nom de l’organisation par" : "Signée par", value: person.name },
      { term: "À titre de", value: person.title },
      ...(organisation ? [{ term: "Organisation", value: organisation.name }] : []),
      { term: "Date et heure", value: formatInstant(new Date(body.at), zone) },
      ...methodOf(body, zone),
      { term: "Code du reçu", value: code },
      { term: "Empreinte du texte (SHA-256)", value: body.text_sha256 },
      { term: "Maillon du journal", value: `nº\u00a0${found.number}` },
      { term: "Empreinte du maillon", value: found.hash },
      { term: "Empreinte du dernier maillon à ce moment", value: found.head },
    ],
  };
}

/** The loader's data of a receipt's page. */
export async function receiptPage(actor: MemberActor, typed: string | undefined): Promise<ShownReceipt> {
  return shownReceipt(await findReceipt(actor, codeIn(typed)), await communityTimeZone());
}

function codeIn(typed: string | undefined): string {
  const code = readCode(typed ?? "");
  if (code === null) throw new DomainError("thing.absent");
  return code;
}

export const receiptFileName = ({ version, code }: ShownReceipt): string => `Reçu de signature, Charte version ${version}, ${code}.pdf`;

/** The receipt as a document, with a copy of the whole text as it was signed. */
export async function receiptPdf(found: FoundReceipt): Promise<{ receipt: ShownReceipt; content: Buffer }> {
  const [community, zone] = await Promise.all([unscopedCommunity(), communityTimeZone()]);
  const receipt = shownReceipt(found, zone);
  const { facts, sentence, withdrawn, version, code } = receipt;
  const name = community?.name ?? "Le Fil";
  const content = await makePaper({ title: `Reçu de signature – ${found.title}, version ${version}`, author: name, foot: `${name} · reçu ${code}`, at: new Date(found.body.at) }, (paper) => {
    paper.title("Reçu de signature", `${name} · ${found.title}, version ${version}`);
    paper.paragraph(`«\u00a0${sentence}\u00a0»`);
    if (withdrawn) paper.paragraph("Cette signature a été retirée depuis.");
    paper.facts(facts.map(({ term, value }) => [term, value]));
    paper.paragraph(HOW_TO_CHECK, { soft: true });
    const [title = "", ...articles] = found.text.trimEnd().split(/\n\n\n(?=Article \d+\. )/);
    paper.heading(`Le texte signé\u00a0: ${title}, version ${version}`);
    for (const article of articles) {
      const end = article.indexOf("\n\n");
      paper.heading(article.slice(0, end));
      paper.markdown(article.slice(end + 2));
    }
  });
  return { receipt, content };
}

const HOW_TO_CHECK =
  "Le code se vérifie dans Le Fil, à la page «\u00a0Vérifier un reçu\u00a0». Les empreintes permettent à quiconque a le journal exporté de vérifier que cette signature y est, et qu’aucune n’en a été changée ni retirée.";

/** The same, sent to whoever asks for it. */
export async function sendReceiptPdf(actor: MemberActor, typed: string | undefined): Promise<Response> {
  const { receipt, content } = await receiptPdf(await findReceipt(actor, codeIn(typed)));
  const name = receiptFileName(receipt);
  return new Response(new Uint8Array(content), {
    headers: { "Content-Type": "application/pdf", "Content-Length": String(content.length), "Content-Disposition": dispositionOf(name, false), "Cache-Control": "private, no-store" },
  });
}

/** What a code stands for; null in `found` when it stands for nothing. */
export async function verificationPage(actor: MemberActor, request: Request) {
  const typed = new URL(request.url).searchParams.get("code")?.slice(0, 60) ?? "";
  if (typed.trim() === "") return { typed: "", asked: false as const };
  const code = readCode(typed);
  const found = code === null ? null : await findByCode(actor, code);
  const receipt = found && shownReceipt(found, await communityTimeZone());
  const mine = found ? receiptPath(codeOf(found.hash)) : null;
  const PRIVATE = /^(Manière|Inscrite)/;
  return { typed, asked: true as const, receipt: receipt && { ...receipt, facts: receipt.facts.filter(({ term }) => !PRIVATE.test(term)) }, mine };
}
