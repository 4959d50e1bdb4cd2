import type { z } from "zod";
import { MOST_FIELDS, receive, type Arrival } from "./arrivals.server";
import { passagesIn } from "./discretion/ask";
import { AGREED_FIELD, unsaid } from "./discretion/passage";
import { DomainError } from "./errors";
import { isSpeech } from "./fields";
import { formNameOf, KEY_FIELD } from "./form-key.server";
import { sha256 } from "./secrets.server";

/** Says that files came with the form and were not kept, for instance because a session had ended. */
export const FILES_LOST = "fichiers-perdus";

const isMultipart = (request: Request): boolean => /^multipart\/form-data\b/i.test(request.headers.get("Content-Type") ?? "");

/** What every form carries besides what was typed. */
const OWN_FIELDS: ReadonlySet<string> = new Set([KEY_FIELD, AGREED_FIELD]);

/** What was posted: text fields, parsed by a schema that knows each of them, and files where an address takes any. */
export class Form {
  private constructor(
    readonly entries: readonly [string, string][],
    readonly key: string | null,
    readonly arrivals: readonly Arrival[] = [],
    readonly dispose: () => Promise<void> = async () => {},
    /** Marks of what the writer was asked about and stands by: nobody can be recognised by it. */
    private readonly agreed = "",
  ) {}

  static empty(): Form {
    return new Form([], null);
  }

  /**
   * The same for an address that takes files. They lie on the disk until the form is disposed of.
   * @param dataDir where; null keeps the text and throws the files away.
   * @param largest what one file may weigh, where that is more than usual; bytes.
   */
  static async receive(request: Request, dataDir: string | null, largest?: number): Promise<Form> {
    if (!isMultipart(request)) return Form.read(request);
    const { entries, arrivals, dropped, dispose } = await receive(request, dataDir, largest);
    const valueOf = (field: string) => entries.find(([name]) => name === field)?.[1];
    const typed = entries.filter(([name]) => !OWN_FIELDS.has(name)).map(([name, value]): [string, string] => [name, value.replaceAll("\r\n", "\n")]);
    if (dropped) typed.push([FILES_LOST, "oui"]);
    return new Form(typed, valueOf(KEY_FIELD) ?? null, arrivals, dispose, valueOf(AGREED_FIELD));
  }

  /** @throws DomainError request.malformed for files, broken bodies and too many fields. */
  static async read(request: Request): Promise<Form> {
    const type = request.headers.get("Content-Type") ?? "";
    if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new DomainError("request.malformed");
    let data: FormData | URLSearchParams;
    try {
      // The same fields as `formData` finds, without the objects it makes of them.
      data = isMultipart(request) ? await request.formData() : new URLSearchParams(await request.text());
    } catch {
      throw new DomainError("request.malformed");
    }
    const entries: [string, string][] = [];
    for (const [name, value] of data) {
      if (typeof value !== "string" || entries.length >= MOST_FIELDS) throw new DomainError("request.malformed");
      // Browsers send CRLF for the line breaks of a textarea.
      if (!OWN_FIELDS.has(name)) entries.push([name, value.replaceAll("\r\n", "\n")]);
    }
    const valueOf = (field: string) => [data.get(field)].find((value) => typeof value === "string");
    return new Form(entries, valueOf(KEY_FIELD) ?? null, [], undefined, valueOf(AGREED_FIELD));
  }

  /** All that was typed, as it can be sent again; of files, only that there were some. */
  get unsent(): [string, string][] {
    const lost: [string, string][] = this.arrivals.length > 0 ? [[FILES_LOST, "oui"]] : [];
    return [...(this.key === null ? [] : [[KEY_FIELD, this.key] as [string, string]]), ...this.entries, ...lost];
  }

  /** The same for the same content: a key that comes back with another one was misused. */
  get fingerprint(): string {
    const files = this.arrivals.map(({ field, name, hash }) => [field, name, hash]);
    return sha256(JSON.stringify(files.length > 0 ? [this.entries, files] : this.entries));
  }

  get values(): Record<string, string> {
    return Object.fromEntries(this.entries);
  }

  /** The same form, key and files included, without the fields of these names: they were read by someone else. */
  without(names: ReadonlySet<string>): Form {
    const others = this.entries.filter(([name]) => !names.has(name));
    return new Form(others, this.key, this.arrivals, undefined, this.agreed);
  }

  /**
   * Reads the fields; a name given twice is a list. Unknown fields are refused, and so is a text by which a child
   * or a family could be recognised, until its writer says that nobody can be (docs/decisions/0014).
   * @param fileNames names that are shared along with the text.
   * @throws DomainError input.invalid with a sentence per field and all that was typed; discretion.asked, discretion.refused
   */
  parse<Schema extends z.ZodObject>(schema: Schema, fileNames: readonly string[] = []): z.infer<Schema> {
    const input = this.parseUnseen(schema);
    const speech = this.entries.filter(([name]) => isSpeech(schema.shape[name] as z.ZodType | undefined));
    const passages = passagesIn(speech, fileNames);
    const open = unsaid(passages, this.agreed);
    if (open.length === 0) return input;
    const refused = open.some((passage) => passage.refused);
    throw new DomainError(refused ? "discretion.refused" : "discretion.asked", { discretion: { form: formNameOf(this.key), passages }, values: this.values });
  }

  /**
   * The same for what is shown to its writer alone: a draft, a preview.
   * @throws DomainError input.invalid
   */
  parseUnseen<Schema extends z.ZodObject>(schema: Schema): z.infer<Schema> {
    const record: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
    for (const [name, value] of this.entries) {
      const earlier = record[name];
      record[name] = earlier === undefined ? value : [earlier, value].flat();
    }
    const parsed = strictly(schema).safeParse({ ...record });
    if (parsed.success) return parsed.data as z.infer<Schema>;
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0] ?? "");
      if (issue.code === "unrecognized_keys") throw new DomainError("request.malformed");
      fields[name] ??= issue.message;
    }
    throw new DomainError("input.invalid", { fields, values: this.values });
  }
}

/** zod compiles each schema at its first use, so the strict one is made once as well. */
const strictOnes = new WeakMap<z.ZodObject, z.ZodObject>();

function strictly(schema: z.ZodObject): z.ZodObject {
  let strict = strictOnes.get(schema);
  if (!strict) strictOnes.set(schema, (strict = schema.strict()));
  return strict;
}
