import type { MemberActor } from "~/kit/actor";
import { plural } from "~/kit/format";
import { listReaders, type ReadersOf } from "./queries.server";

const nameOf = ({ organisation, guests }: ReadersOf): string => organisation ?? (guests ? "Personnes invitées" : "Sans organisation");

/** The loader's data of the page that tells the committee who has read an announcement. */
export async function readersPage(actor: MemberActor, threadId: number) {
  const { title, groups } = await listReaders(actor, threadId);
  const those = (which: "read" | "unread") => groups.flatMap((group) => (group[which].length > 0 ? [{ organisation: nameOf(group), names: group[which] }] : []));
  const count = (which: "read" | "unread") => groups.reduce((sum, group) => sum + group[which].length, 0);
  const [read, unread] = [count("read"), count("unread")];
  return {
    threadId,
    title,
    parts: [
      { name: "Ont lu", count: plural(read, "personne", "personnes"), groups: those("read"), none: "Personne ne l’a encore ouverte." },
      { name: "N’ont pas encore lu", count: plural(unread, "personne", "personnes"), groups: those("unread"), none: "Tout le monde l’a ouverte." },
    ],
  };
}
