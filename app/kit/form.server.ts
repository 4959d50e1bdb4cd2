import type { z } from "zod";
import { DomainError } from "./errors";
import { KEY_FIELD } from "./form-key.server";
import { sha256 } from "./secrets.server";

/** More fields than any form of ours has. */
export const MOST_FIELDS = 200;

/** What was posted: text fields only, parsed by a schema that knows each of them. */
export class Form {
  private constructor(
    readonly entries: readonly [string, string][],
    readonly key: string | null,
  ) {}

  static empty(): Form {
    return new Form([], null);
  }

  /** @throws DomainError request.malformed for files, broken bodies and too many fields. */
  static async read(request: Request): Promise<Form> {
    const type = request.headers.get("Content-Type") ?? "";
    if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new DomainError("request.malformed");
    let data: FormData;
    try {
      data = await request.formData();
    } catch {
      throw new DomainError("request.malformed");
    }
    const entries: [string, string][] = [];
    for (const [name, value] of data) {
      if (typeof value !== "string" || entries.length >= MOST_FIELDS) throw new DomainError("request.malformed");
      // Browsers send CRLF for the line breaks of a textarea.
      if (name !== KEY_FIELD) entries.push([name, value.replaceAll("\r\n", "\n")]);
    }
    const key = data.get(KEY_FIELD);
    return new Form(entries, typeof key === "string" ? key : null);
  }

  /** The same for the same content: a key that comes back with another one was misused. */
  get fingerprint(): string {
    return sha256(JSON.stringify(this.entries));
  }

  get values(): Record<string, string> {
    return Object.fromEntries(this.entries);
  }

  /**
   * Reads the fields; a name given twice is a list. Unknown fields are refused.
   * @throws DomainError input.invalid with a sentence per field and all that was typed.
   */
  parse<Schema extends z.ZodObject>(schema: Schema): z.infer<Schema> {
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
