import { randomUUID } from "node:crypto";
import type { Actor } from "./actor";
import { sameText, sign } from "./secrets.server";

/**
 * The hidden field of every form: a fresh id and a seal that binds it to the
 * person the page was made for. The id makes a repeated POST harmless; the seal
 * makes a text written by one person impossible to publish as another.
 */
export const KEY_FIELD = "cle";

const seal = (actor: Actor, id: string): string => sign(`form:${actor.memberId}:${id}`).slice(0, 22);

export const newFormKey = (actor: Actor): string => {
  const id = randomUUID();
  return `${id}.${seal(actor, id)}`;
};

const SHAPE = /^([0-9a-f-]{36})\.([\w-]{22})(?:\.[a-z0-9-]{1,60})?$/;

export const isFormKey = (key: string | null): key is string => key !== null && SHAPE.test(key);

/** What tells the forms of one page apart: the end of a key. */
export const formNameOf = (key: string | null): string => key?.split(".")[2] ?? "";

/** Whether this key was made for this person. A page's forms share a seed and add their own name. */
export function isKeyOf(actor: Actor, key: string): boolean {
  const parts = SHAPE.exec(key);
  return parts?.[1] !== undefined && parts[2] !== undefined && sameText(parts[2], seal(actor, parts[1]));
}
