import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server";
import { communities, setupKeys } from "#db/schema/community";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Settings } from "~/kit/env.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { newToken, sha256 } from "~/kit/secrets.server";
import { inTransaction } from "~/kit/transaction.server";
import { foundCommunity, lockSetup } from "./mutations.server";
import { forgetCommunity, unscopedCommunity } from "./queries.server";
import { setupInput } from "./schema";

/** Prints where the community is made, as long as there is none. */
export async function announceSetup(settings: Settings): Promise<void> {
  const key = await renewSetupKey();
  if (key) process.stdout.write(`Pour créer la communauté (cette adresse ne sert qu’une fois) : ${settings.origin}/demarrage?cle=${key}\n`);
}

/** A fresh key, which voids the earlier ones; null once there is a community. */
export const renewSetupKey = (): Promise<string | null> =>
  inTransaction(async (tx) => {
    await lockSetup(tx);
    const founded = await tx.select({ id: communities.id }).from(communities);
    if (founded.length > 0) return null;
    const key = newToken();
    await tx.delete(setupKeys).where(isNull(setupKeys.usedAt));
    await tx.insert(setupKeys).values({ keyHash: sha256(key), createdAt: now() });
    return key;
  });

/**
 * Lets only the holder of a key that still serves go on.
 * @throws DomainError setup.done once there is a community, setup.key-unknown before.
 */
export async function unscopedCheckSetupKey(key: string): Promise<void> {
  if (await unscopedCommunity()) throw new DomainError("setup.done");
  const [open] = await db
    .select({ hash: setupKeys.keyHash })
    .from(setupKeys)
    .where(and(eq(setupKeys.keyHash, sha256(key)), isNull(setupKeys.usedAt)));
  if (!open) throw new DomainError("setup.key-unknown");
}

/**
 * The key in the address of the first start's page, if it still serves.
 * @throws DomainError as unscopedCheckSetupKey does.
 */
export async function setupKeyOf(request: Request): Promise<string> {
  const key = new URL(request.url).searchParams.get("cle") ?? "";
  await unscopedCheckSetupKey(key);
  return key;
}

/**
 * Makes the community from the posted form. Returns its first administrator, to
 * be signed in on this browser, or null when that has been done already.
 */
export async function foundFromForm(actor: Actor | null, form: Form): Promise<number | null> {
  // A second press on the button, from the browser that the first one signed in.
  if (actor && (await unscopedCommunity())) return null;
  await unscopedCheckSetupKey(form.values.setupKey ?? "");
  const input = form.parse(setupInput);
  const memberId = await inTransaction((tx) => foundCommunity(tx, input));
  forgetCommunity();
  return memberId;
}
