import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.server";
import { rowId } from "~/kit/fields";
import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { mayLead } from "../policy";
import { nameDrafter, releaseDrafter } from "./mutations.server";

export const DRAFTERS = "/comite/charte/redaction";

type Listed = { id: number; name: string; drafter: boolean };

/** The loader's data of the page where the drafting group is named. */
export async function draftersPage(actor: MemberActor) {
  mayLead(actor);
  const people = [
    ...(await db.execute<Listed>(sql`
      select m.id::int, m.name, d.member_id is not null as drafter from members m left join charter_drafters d on d.member_id = m.id
      where m.guest_until is null and (d.member_id is not null or (m.state = 'active' and not exists (select 1 from member_roles r where r.member_id = m.id and r.role = 'committee')))
      order by m.name limit 500`)),
  ];
  return { drafters: people.filter(({ drafter }) => drafter), others: people.filter(({ drafter }) => !drafter) };
}

const memberInput = z.object({ membre: rowId("Choisissez une personne membre.") });

export async function nameFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { membre } = form.parse(memberInput);
  return writeOnce(actor, form, async (tx) => {
    await nameDrafter(tx, proof, membre);
    return `${DRAFTERS}?fait=nom`;
  });
}

export async function releaseFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { membre } = form.parse(memberInput);
  return writeOnce(actor, form, async (tx) => {
    await releaseDrafter(tx, proof, membre);
    return `${DRAFTERS}?fait=retrait`;
  });
}
