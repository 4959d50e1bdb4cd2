import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatList, formatShortDate, formatWhen, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { askableFrom, leadTopicPath, MAX_NAME, topicPath, topicStateNames, TOPICS, VOTES, waits } from "./model";
import { inOrder, whyThere } from "./order/model";
import { mayLeadTopic } from "./policy";
import { countVotes, findSource, findTopic, findTopicStamp, listComingTopics, listDiscussedTopics, listSettledTopics, listTargets, listTopicNames, listWords, MOST_TARGETS, PER_PAGE, type FoundTopic, type ListedTopic, type Word } from "./queries.server";
import { historyOf, stagesOf } from "./story.server";

/** What the pages of topics are made from. */

/** « 8 personnes de 4 organisations », and where they come from. */
function demandOf({ people, organisations, poles }: Pick<ListedTopic, "people" | "organisations" | "poles">): string | null {
  if (people === 0) return null;
  const reached = [...(organisations > 0 ? [plural(organisations, "organisation", "organisations")] : []), ...(poles > 0 ? [plural(poles, "pôle", "pôles")] : [])];
  return `Demandé par ${plural(people, "personne", "personnes")}${reached.length > 0 ? ` de ${formatList(reached)}` : ""}`;
}

const shown = ({ id, name, state, wish, mine, meeting, threads, raisedReason }: ListedTopic) => ({
  id,
  name,
  state,
  wish,
  mine,
  raisedReason,
  to: topicPath(id),
  takesVotes: waits(state),
  meeting: meeting && { title: meeting.title, to: `/moments/${meeting.id}` },
  threads: threads > 0 ? plural(threads, "discussion", "discussions") : null,
});

const numberIn = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** The loader's data of the list. */
export async function topicsPage(actor: MemberActor, request: Request) {
  const { searchParams } = new URL(request.url);
  const shelf = searchParams.get("etat");
  const [before, following] = [numberIn(searchParams.get("avant")), numberIn(searchParams.get("apres"))];
  const common = { votes: VOTES - (await countVotes(actor)), mayPropose: actor.standing === "active", stamp: await findTopicStamp(actor, null) };
  const zone = await communityTimeZone();
  if (shelf === "discutes") {
    const { topics, next } = await listDiscussedTopics(actor, before);
    const lines = topics.map((topic) => ({ ...shown(topic), when: topic.discussedAt && formatShortDate(topic.discussedAt, zone) }));
    return { ...common, shelf: "discutes" as const, discussed: lines, older: next && `${TOPICS}?etat=discutes&avant=${next}` };
  }
  if (shelf === "ecartes") {
    const { topics, next } = await listSettledTopics(actor, before);
    const lines = topics.map(({ id, name, state, reason, at, into }) => ({ id, name, word: topicStateNames[state], reason, when: formatShortDate(at, zone), to: topicPath(id), into: into && { name: into.name, to: topicPath(into.id) } }));
    return { ...common, shelf: "ecartes" as const, settled: lines, older: next && `${TOPICS}?etat=ecartes&avant=${next}` };
  }
  if (shelf === "discussions") {
    const { words, next } = await listWords(actor, following);
    return { ...common, shelf: "discussions" as const, words: words.map(wordOf), older: next && `${WORDS_SHELF}&apres=${next}` };
  }
  const [topics, words] = await Promise.all([listComingTopics(actor), following === null ? listWords(actor, null, MOST_WORDS) : { words: [], next: null }]);
  const { page, older } = rankedFrom(topics, following);
  return {
    ...common,
    shelf: "attente" as const,
    /** The first of the list, or what comes after those that were seen. */
    first: following === null,
    waiting: page,
    planned: following === null ? topics.filter(({ state }) => state === "planned").map((topic) => ({ ...shown(topic), demand: demandOf(topic) })) : [],
    words: words.words.map(wordOf),
    moreWords: words.next && WORDS_SHELF,
    older,
  };
}

const WORDS_SHELF = `${TOPICS}?etat=discussions`;
/** Words of discussions beside the topics that wait; the others have a shelf of their own. */
const MOST_WORDS = 20;

const wordOf = ({ id, name, threads }: Word) => ({ id, name, to: topicPath(id), threads: threads > 0 ? plural(threads, "discussion", "discussions") : null });

/** What waits, in its order, from the one after `following` on; one that is no longer there leads to the first. */
function rankedFrom(topics: readonly ListedTopic[], following: number | null) {
  const asked = topics.flatMap((topic) => (waits(topic.state) && topic.askedAt ? [{ ...topic, askedAt: topic.askedAt }] : []));
  const ranked = inOrder(asked, now());
  const from = ranked.findIndex(({ id }) => id === following) + 1;
  const page = ranked.slice(from, from + PER_PAGE);
  const last = page.at(-1);
  return { page: page.map((topic) => ({ ...shown(topic), why: whyThere(topic.score) })), older: last && ranked.length > from + PER_PAGE ? `${TOPICS}?apres=${last.id}` : null };
}

const surveyedOf = ({ surveyed }: FoundTopic): string[] => (surveyed > 0 ? [`Demandé par ${plural(surveyed, "personne", "personnes")} dans un sondage`] : []);

/** How long it waits, or since when not. */
function waitingOf({ state, askedAt, stateAt, discussedAt }: FoundTopic, zone: string): string[] {
  const lines: string[] = [];
  if (waits(state) && askedAt) lines.push(`En attente depuis le ${formatShortDate(askedAt, zone)}`);
  if (discussedAt) lines.push(`Discuté le ${formatShortDate(discussedAt, zone)}`);
  const from = askableFrom(state, discussedAt ?? stateAt);
  if (!waits(state) && from && from > now()) lines.push(`On pourra le redemander à partir du ${formatShortDate(from, zone)}`);
  return lines;
}

/** The page of one topic. */
export async function topicPage(actor: MemberActor, id: number) {
  const [topic, zone, held] = await Promise.all([findTopic(actor, id), communityTimeZone(), countVotes(actor)]);
  const at = now();
  const [line] = waits(topic.state) && topic.askedAt ? inOrder([{ ...topic, askedAt: topic.askedAt }], at) : [];
  const from = askableFrom(topic.state, topic.discussedAt ?? topic.stateAt);
  return {
    ...shown(topic),
    word: topicStateNames[topic.state],
    takesVotes: from !== null && from <= at,
    anew: !waits(topic.state),
    votes: VOTES - held,
    mayVote: actor.standing === "active",
    demand: demandOf(topic),
    facts: [...surveyedOf(topic), ...waitingOf(topic, zone)],
    why: line ? whyThere(line.score) : null,
    reason: topic.reason,
    into: topic.into && { name: topic.into.name, to: topicPath(topic.into.id) },
    stages: stagesOf(topic, zone),
    steps: historyOf(topic, zone),
    discussed: topic.threadList.length > 0,
    meetings: topic.meetings.map(({ id: key, title, starts, held, sittings }) => ({
      id: key,
      title,
      to: `/moments/${key}`,
      when: starts && formatWhen(new Date(starts), at, zone),
      state: sittings === 0 ? ("cancelled" as const) : held > 0 ? ("held" as const) : ("open" as const),
      part: held > 0 && held < sittings ? `${held} ${held > 1 ? "rencontres" : "rencontre"} sur ${sittings}` : null,
    })),
    documents: topic.documents.map(({ id: key, name, thread, message }) => ({ id: key, name, to: `/discussions/${thread}?message=${message}#message-${message}` })),
    lead: hasRole(actor, "committee") && actor.standing === "active" ? leadTopicPath(id) : null,
    plan: hasRole(actor, "committee") && actor.standing === "active" && waits(topic.state) ? `/comite/moments/nouveau?sujet=${id}` : null,
    stamp: topic.revision,
  };
}

/** The page where a topic is proposed; from a discussion, its title is there already. */
export async function proposalPage(actor: MemberActor, request: Request) {
  const from = numberIn(new URL(request.url).searchParams.get("discussion"));
  const [source, known, held] = await Promise.all([from === null ? null : findSource(actor, from), listTopicNames(actor), countVotes(actor)]);
  return { source: source && { ...source, name: source.title.slice(0, MAX_NAME).trim() }, known, votes: VOTES - held, mayPropose: actor.standing === "active" };
}

/** The committee's pages about a topic. */
export async function leadingTopicPage(actor: MemberActor, id: number) {
  mayLeadTopic(actor, id);
  const { name, state, raisedReason, people } = await findTopic(actor, id);
  return { id, name, state, raisedReason, waits: waits(state), people: plural(people, "personne", "personnes") };
}

export async function mergePage(actor: MemberActor, id: number) {
  const page = await leadingTopicPage(actor, id);
  const targets = (await listTargets(actor, id)).map((target) => ({ value: String(target.id), label: target.name }));
  return { ...page, targets, capped: targets.length === MOST_TARGETS };
}

/** Whether an open page is behind. */
export async function topicNews(actor: MemberActor, request: Request): Promise<{ stamp: number }> {
  return { stamp: await findTopicStamp(actor, numberIn(new URL(request.url).searchParams.get("sujet"))) };
}
