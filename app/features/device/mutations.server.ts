import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import type { Proof } from "~/kit/proof";
import { revokeDevice, revokeOtherDevices } from "~/kit/devices.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import type { Actor } from "~/kit/actor";

const DEVICES = "/reglages/appareils";

/**
 * Signs one of one's own browsers out. Returns where the list is.
 * @throws DomainError thing.absent when no session of this person has that name.
 */
export function signDeviceOut({ actor }: Proof<"end-own-sessions">, form: Form, publicId: string): Promise<string> {
  return writeOnce(actor, form, async (tx) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(publicId)) throw new DomainError("thing.absent");
    const ended = await revokeDevice(actor, publicId);
    if (ended.length === 0) throw new DomainError("thing.absent");
    await noteEnded(tx, actor, ended.length);
    return DEVICES;
  });
}

/** Signs all of one's own browsers out but this one. Returns where the list is. */
export function signOtherDevicesOut({ actor }: Proof<"end-own-sessions">, form: Form): Promise<string> {
  return writeOnce(actor, form, async (tx) => {
    const ended = await revokeOtherDevices(actor);
    await noteEnded(tx, actor, ended.length);
    return DEVICES;
  });
}

async function noteEnded(tx: Tx, actor: Actor, sessions: number): Promise<void> {
  await tx.audit({ actor, act: "session.revoked", subjectId: actor.memberId, details: { sessions } });
  // The sockets of those browsers close; this one's comes back by itself.
  tx.announce({ type: "member.rights-changed", id: actor.memberId });
}
