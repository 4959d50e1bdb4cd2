import { canonicalJson, type Canonical } from "./canonical-json";
import { BEGINNING, canonicalBody, digest, hashOf, type LogBody, type LogEntry, type LoggedText } from "./entries";

/** The first thing that does not hold: at which line, in which link if it is one, and why. */
export type Broken = { line: number; link: number | null; why: string };
export type Verdict = { holds: true; links: number; texts: number; head: string } | { holds: false; broken: Broken };

class Break extends Error {
  constructor(readonly link: number | null, why: string) {
    super(why);
  }
}

const holds: (condition: boolean, link: number | null, why: string) => asserts condition = (condition, link, why) => {
  if (!condition) throw new Break(link, why);
};

/**
 * Goes along the lines of an exported log and names the first link that does not hold.
 * It needs nothing but the lines: no database, no secret, no network.
 * @param head the digest on any receipt: the link that bears it must be there, so that what was cut off at the end is missed.
 */
export function verifyLog(lines: Iterable<string>, head?: string): Verdict {
  const chain = new Chain();
  let line = 0;
  try {
    for (const text of lines) {
      line += 1;
      if (text !== "") chain.add(text);
    }
    holds(chain.links > 0, null, "le journal est vide");
    holds(head === undefined || chain.passedBy(head), null, `il manque la fin\u00a0: l’empreinte du reçu n’est celle d’aucun des ${chain.links} maillons`);
  } catch (error) {
    if (error instanceof Break) return { holds: false, broken: { line, link: error.link, why: error.message } };
    throw error;
  }
  return { holds: true, links: chain.links, texts: chain.texts, head: chain.head };
}

/** What has been seen so far. */
class Chain {
  head = BEGINNING;
  links = 0;
  #hashes = new Set<string>();
  #texts = new Map<number, string>();
  #published = new Map<number, string>();
  #current = 0;
  #campaign = 0;

  get texts(): number {
    return this.#texts.size;
  }

  passedBy(hash: string): boolean {
    return this.#hashes.has(hash.toLowerCase());
  }

  add(text: string): void {
    const line = read(text);
    if (isEntry(line)) this.#addEntry(line);
    else this.#addText(line);
  }

  #addText({ version, sha256, text }: LoggedText): void {
    holds(!this.#texts.has(version), null, `le texte de la version ${version} est donné deux fois`);
    holds(digest(text) === sha256, null, `le texte de la version ${version} a été modifié\u00a0: il n’a plus son empreinte`);
    holds(text === text.normalize("NFC") && !text.includes("\r"), null, `le texte de la version ${version} n’est pas dans la forme convenue`);
    this.#texts.set(version, sha256);
  }

  #addEntry({ body, previous, hash }: LogEntry): void {
    const due = this.links + 1;
    const { number } = body;
    holds(number <= due, due, `les maillons ${due} à ${number - 1} manquent, ou sont déplacés`);
    holds(number === due, number, `le maillon ${number} n’est pas à sa place\u00a0: on attendait le ${due}`);
    holds(hashOf(previous, canonicalBody(body)) === hash, number, `le maillon ${number} a été modifié\u00a0: son contenu n’a plus son empreinte`);
    holds(previous === this.head, number, `le maillon ${number} ne tient pas au précédent`);
    this.#follow(body);
    this.head = hash;
    this.links = number;
    this.#hashes.add(hash);
  }

  /** What an entry says must be possible after those before it. */
  #follow(body: LogBody): void {
    const { number, version, text_sha256 } = body;
    if (body.event === "published") {
      holds(version > this.#current, number, `le maillon ${number} publie la version ${version} après la version ${this.#current}`);
      holds(this.#texts.get(version) === text_sha256, number, `le texte de la version ${version}, publiée au maillon ${number}, manque ou n’est pas celui qui a été publié`);
      this.#published.set(version, text_sha256);
      this.#current = version;
      return;
    }
    holds(this.#published.get(version) === text_sha256, number, `le maillon ${number} porte sur un texte qui n’a pas été publié`);
    if (body.event === "campaign-opened") this.#campaign += 1;
    if ("campaign" in body) holds(body.campaign === this.#campaign, number, `le maillon ${number} se dit d’une autre campagne`);
    if ("method" in body && body.method === "screen") holds(version === this.#current, number, `le maillon ${number} signe la version ${version}, alors que la version ${this.#current} était en vigueur`);
  }
}

function read(text: string): LogEntry | LoggedText {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Break(null, "la ligne n’est pas du JSON");
  }
  holds(inOneForm(parsed, text), null, "la ligne n’est pas dans la forme convenue (RFC 8785)");
  holds(isEntry(parsed) || isText(parsed), null, "la ligne n’est ni un maillon ni un texte");
  return parsed;
}

function inOneForm(parsed: unknown, text: string): boolean {
  try {
    return canonicalJson(parsed as Canonical) === text;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isHash = (value: unknown): boolean => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isNumber = (value: unknown): boolean => typeof value === "number" && value > 0;

const isEntry = (value: unknown): value is LogEntry =>
  isRecord(value) && isRecord(value.body) && isNumber(value.body.number) && isNumber(value.body.version) && isHash(value.body.text_sha256) && typeof value.body.event === "string" && isHash(value.previous) && isHash(value.hash);

const isText = (value: unknown): value is LoggedText => isRecord(value) && isNumber(value.version) && typeof value.text === "string" && isHash(value.sha256);
