import { sha256 } from "~/kit/secrets.server";
import { canonicalText, type Article } from "./model";

/** The canonical text of a charter and the SHA-256 of its UTF-8 bytes, in hexadecimal. */
export function sealOf(title: string, articles: readonly Article[]): { canonicalText: string; sha256: string } {
  const text = canonicalText(title, articles);
  return { canonicalText: text, sha256: sha256(text) };
}
