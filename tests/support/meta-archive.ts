import { zip } from "./sample-files";

/** Archives as Meta gives them, of invented people. */

/** As Meta writes it: each byte of UTF-8 is a letter of its own. */
export const asMetaWrites = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

const FOLDER = "your_facebook_activity/groups";
export const GROUP = "Les Bourgeons de Val-des-Grives";

/** Seconds since 1970, from a day: « 2021-03-01 ». */
export const secondsOf = (day: string): number => Date.parse(day.length > 10 ? day : `${day}T14:00:00Z`) / 1_000;

export type Written = { day: string; text: string; group?: string };
export type Commented = Written & { by?: string; on?: string | "own"; reply?: boolean };

const broken = (value: unknown): unknown => {
  if (typeof value === "string") return asMetaWrites(value);
  if (Array.isArray(value)) return value.map(broken);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, broken(inner)])) : value;
};

const postOf = (who: string) => ({ day, text, group = GROUP }: Written) => ({
  timestamp: secondsOf(day),
  data: [{ post: text }, { update_timestamp: secondsOf(day) + 5 }],
  title: `${who} a publié dans ${group}.`,
  tags: [{ name: "Personne Étiquetée" }],
});

const commentOf = (who: string) => ({ day, text, group = GROUP, by = who, on = "Personne Inconnue", reply }: Commented) => ({
  timestamp: secondsOf(day),
  data: [{ comment: { timestamp: secondsOf(day), comment: text, author: by, group } }],
  title: `${by} ${reply ? "a répondu" : "a commenté"} ${on === "own" ? (reply ? "à son propre commentaire" : "sa propre publication") : reply ? `au commentaire de ${on}` : `la publication de ${on}`}.`,
});

/** What somebody's archive holds of groups; letters are broken as Meta's are. */
export function metaArchive(who: string, posts: readonly Written[], comments: readonly Commented[] = [], more: Parameters<typeof zip>[0] = []): Buffer {
  return zip([
    { name: "personal_information/profile_information/profile_information.json", content: "{}" },
    { name: "your_facebook_activity/messages/inbox/x/message_1.json", content: JSON.stringify({ messages: [{ content: "privé" }] }) },
    { name: `${FOLDER}/group_posts_and_comments.json`, content: JSON.stringify(broken({ group_posts_v2: posts.map(postOf(who)) })) },
    { name: `${FOLDER}/your_comments_in_groups.json`, content: JSON.stringify(broken({ group_comments_v2: comments.map(commentOf(who)) })) },
    ...more,
  ]);
}
