import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetLimits } from "~/kit/limits.server";
import * as actRoute from "~/routes/comite.signalements.$id.$act";
import * as caseRoute from "~/routes/comite.signalements.$id._index";
import * as queueRoute from "~/routes/comite.signalements._index";
import * as ownCaseRoute from "~/routes/signalements.$id";
import * as reportRoute from "~/routes/signaler.$subject.$id";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let odile: Person;
let lise: Person;
let guest: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  [ines, karine, odile, lise] = [await world.join("Inès Benkhelil"), await world.join("Karine Tousignant"), await world.join("Odile Marchand"), await world.join("Lise Bouthillier")];
  guest = await world.join("Gabrielle Invitée", { guestUntil: "2099-01-01T00:00:00Z" });
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee')`;
  await world.sql`insert into charter_versions (number, title, renderer_version, begun_by) values (1, 'Charte', 1, ${odile.id})`;
});
afterAll(() => world.close());

const SECRET = "Quetzalina, six ans, dort dans une roulotte derrière le moulin.";
const WORDS = ["quetzalina", "roulotte", "moulin"];

/** Every row of every table, as text. */
async function dump(without: readonly string[] = []): Promise<string> {
  const [row] = await world.sql`
    select lower(string_agg(query_to_xml(format('select * from %I.%I', schemaname, tablename), false, true, '')::text, ' ')) as text
    from pg_tables where schemaname in ('public', 'pgboss') and not tablename = any(${[...without]})`;
  return String(row?.text);
}
const left = async (without: readonly string[] = []) => {
  const everything = await dump(without);
  return WORDS.filter((word) => everything.includes(word));
};

type Where = { subject: string; id: number; passage: string };
const params = ({ subject, id }: Where) => ({ subject, id: String(id) });
const open = async (person: Person, where: Where) => person.get(reportRoute.loader, `/signaler/${where.subject}/${where.id}`, params(where));
const report = async (person: Person, where: Where, motif = "personal-information") => {
  forgetLimits();
  return person.post(reportRoute.action, `/signaler/${where.subject}/${where.id}`, { cle: await person.key(), motif, precision: "", passage: where.passage }, params(where));
};
const latestCase = async (): Promise<number> => Number((await world.sql`select max(id) as id from reports`)[0]?.id);
const act = async (id: number, name: string, fields: Record<string, string> = {}) =>
  odile.post(actRoute.action, `/comite/signalements/${id}/${name}`, { cle: await odile.key(), mot: "Voici pourquoi.", ...fields }, { id: String(id), act: name });
const casePage = async (id: number) => (await odile.get(caseRoute.loader, `/comite/signalements/${id}`, { id: String(id) })).data as { text: string; acts: { act: string }[]; mailedWords: string | null; what: string };

const one = async (rows: Promise<readonly Record<string, unknown>[]>): Promise<number> => Number((await rows)[0]?.id);
const by = () => ines.id;

const meeting = async (more: { title?: string; objectives?: string; question?: string } = {}) => {
  const thread = await world.begin(odile, "On se prépare", "On se prépare");
  return one(world.sql`insert into meetings (title, objectives_body, objectives_html, question_body, question_html, renderer_version, created_by, opened_at, opened_by, thread_id)
    values (${more.title ?? "Les siestes"}, ${more.objectives ?? ""}, ${more.objectives ?? ""}, ${more.question ?? ""}, ${more.question ?? ""}, 1, ${by()}, now(), ${odile.id}, ${thread}) returning id`);
};
const article = async (body: string, title = "Un article") => {
  const id = await one(world.sql`insert into charter_articles (position, title, body, html, renderer_version) values ((select coalesce(max(position), 0) + 1 from charter_articles), ${title}, ${body}, ${body}, 1) returning id`);
  await world.sql`insert into article_revisions (article_id, version, title, body, written_by, written_at) values (${id}, 1, ${title}, ${body}, ${by()}, now())`;
  return id;
};
const survey = async (more: { title?: string; promise?: string; closed?: boolean } = {}) =>
  one(world.sql`insert into surveys (title, promise, created_by, opened_at, opened_by, closes_at, closed_at, closed_by) values (${more.title ?? "Vos soirées"}, ${more.promise ?? "named"}, ${by()}, now() - interval '2 days', ${odile.id}, now() + interval '1 day',
    ${more.closed ? new Date() : null}, ${more.closed ? odile.id : null}) returning id`);
const question = async (surveyId: number, position: number, more: { kind?: string; label?: string; options?: string[] } = {}) =>
  one(world.sql`insert into survey_questions (survey_id, position, kind, label, options) values (${surveyId}, ${position}, ${more.kind ?? "long"}, ${more.label ?? "Dites-nous"}, ${more.options ?? []}) returning id`);
const proposal = async (more: { body?: string; reason?: string } = {}) =>
  one(world.sql`insert into charter_proposals (article_id, author_id, base_body, body, reason) values (${await article("Avant.")}, ${by()}, 'Avant.', ${more.body ?? "Après."}, ${more.reason ?? ""}) returning id`);
let named = 0;
/** Somebody was there. */
const attended = async (meetingId: number, ...people: Person[]) => {
  const sitting = await one(world.sql`insert into sittings (meeting_id, local_start, zone, starts_at) values (${meetingId}, '2026-10-01 10:00', 'UTC', '2026-10-01 10:00Z') returning id`);
  for (const { id } of people) await world.sql`insert into attendances (sitting_id, member_id, present_at, acted_at, acted_by, act_key) values (${sitting}, ${id}, now(), now(), ${odile.id}, gen_random_uuid())`;
  return sitting;
};
const topic = async (more: { name?: string; wish?: string } = {}) =>
  one(world.sql`insert into topics (name, wish, created_by, asked_at) values (${more.name ?? `Les repas ${(named += 1)}`}, ${more.wish ?? ""}, ${by()}, now()) returning id`);
const hashOf = async (text: string) => String((await world.sql`select encode(sha256(convert_to(${text}, 'UTF8')), 'hex') as hash`)[0]?.hash);

const MADE: Record<string, () => Promise<Where>> = {
  "the summary of a discussion": async () => {
    const id = await world.begin(karine, "Bonjour", "Bonjour");
    await world.sql`update threads set summary_body = ${SECRET}, summary_html = ${SECRET}, summary_renderer_version = 1, summary_at = now(), summary_by = ${by()} where id = ${id}`;
    return { subject: "resume", id, passage: "resume" };
  },
  "the choices of a quick poll": async () => {
    const thread = await world.begin(ines, "Qui vient?", "Qui vient?");
    const message = await one(world.sql`select id from messages where thread_id = ${thread}`);
    const poll = await one(world.sql`insert into polls (message_id, single) values (${message}, true) returning id`);
    await world.sql`insert into poll_choices (poll_id, place, label) values (${poll}, 1, 'Lundi'), (${poll}, 2, ${SECRET})`;
    return { subject: "choix", id: message, passage: "choix" };
  },
  "the title of a meeting": async () => ({ subject: "moment", id: await meeting({ title: SECRET }), passage: "titre" }),
  "what a meeting aims at": async () => ({ subject: "moment", id: await meeting({ objectives: `Parler de tout.\n\n${SECRET}` }), passage: "objectifs" }),
  "the question that prepares a meeting": async () => ({ subject: "moment", id: await meeting({ question: SECRET }), passage: "preparation" }),
  "the agenda of a meeting": async () => {
    const id = await meeting();
    await world.sql`insert into agenda_items (meeting_id, position, title) values (${id}, 1, 'Accueil'), (${id}, 2, ${SECRET})`;
    return { subject: "moment", id, passage: "ordre" };
  },
  "what is said of a speaker": async () => {
    const id = await meeting();
    return { subject: "moment", id, passage: `personne-${await one(world.sql`insert into speakers (meeting_id, name, bio) values (${id}, 'Dre Untel', ${SECRET}) returning id`)}` };
  },
  "the minutes of a meeting, and the version that was adopted": async () => {
    const id = await meeting();
    const minutes = await one(world.sql`insert into minutes (meeting_id, body, html, renderer_version, written_by, written_at, opened_at, opened_by, closes_at, adopted_at, number)
      values (${id}, ${SECRET}, ${SECRET}, 1, ${by()}, now(), now(), ${by()}, now() + interval '7 days', now(), 1) returning id`);
    await world.sql`insert into minutes_versions (minutes_id, number, body, html, made_at) values (${minutes}, 1, ${SECRET}, ${SECRET}, now())`;
    return { subject: "moment", id, passage: `compte-${minutes}` };
  },
  "a card that somebody wrote at a meeting": async () => {
    const id = await meeting();
    const sitting = await attended(id, lise, karine);
    return { subject: "moment", id, passage: `carte-${await one(world.sql`insert into meeting_cards (sitting_id, body, written_by, written_at) values (${sitting}, ${SECRET}, ${by()}, now()) returning id`)}` };
  },
  "what is to be done after a meeting": async () => {
    const id = await meeting();
    await attended(id, lise, karine);
    return { subject: "moment", id, passage: `suite-${await one(world.sql`insert into follow_ups (meeting_id, body, member_id, due_day, noted_by, noted_at) values (${id}, ${SECRET}, ${karine.id}, '2027-01-01', ${by()}, now()) returning id`)}` };
  },
  "an article of the charter that is being written": async () => ({ subject: "article", id: await article(`Chacun a sa place.\n\n${SECRET}`), passage: "texte" }),
  "a comment on the charter": async () => ({
    subject: "commentaire",
    id: await one(world.sql`insert into charter_comments (article_id, author_id, body, html, renderer_version) values (${await article("Un texte.")}, ${by()}, ${SECRET}, ${SECRET}, 1) returning id`),
    passage: "texte",
  }),
  "a proposal for the charter": async () => ({ subject: "proposition", id: await proposal({ body: `Après.\n\n${SECRET}` }), passage: "texte" }),
  "the reason of a proposal": async () => ({ subject: "proposition", id: await proposal({ reason: SECRET }), passage: "raison" }),
  "an objection to a proposal": async () => {
    const id = await proposal();
    await world.sql`insert into proposal_voices (proposal_id, member_id, stance, reason, at) values (${id}, ${karine.id}, 'object', ${SECRET}, now())`;
    return { subject: "proposition", id, passage: `avis-${karine.id}` };
  },
  "a reservation in a round of consent": async () => {
    const round = await one(world.sql`insert into consent_rounds (version_id, number, canonical_text, sha256, objections_block, people_percent, organisations_percent, opened_at, opened_by, closes_at)
      values ((select min(id) from charter_versions), 1, '', '', true, 0, 0, now(), ${odile.id}, now() + interval '1 day') returning id`);
    await world.sql`insert into consent_answers (round_id, member_id, stance, reason, at) values (${round}, ${by()}, 'reserve', ${SECRET}, now())`;
    return { subject: "consentement", id: round, passage: `reponse-${by()}` };
  },
  "the title of a survey": async () => ({ subject: "sondage", id: await survey({ title: SECRET }), passage: "titre" }),
  "a question of a survey that people have answered": async () => {
    const id = await survey();
    const asked = await question(id, 1, { label: SECRET });
    await world.sql`insert into survey_participations (survey_id, member_id, promise) values (${id}, ${karine.id}, 'named')`;
    return { subject: "sondage", id, passage: `question-${asked}` };
  },
  "a choice of a survey": async () => {
    const id = await survey();
    return { subject: "sondage", id, passage: `choix-${await question(id, 1, { kind: "one", options: ["Oui", SECRET, "Non"] })}` };
  },
  "a written answer under a name": async () => {
    const id = await survey();
    const asked = await question(id, 1);
    await world.sql`insert into survey_sheets (survey_id, member_id, promise, answers, saved_at, sent_at) values (${id}, ${by()}, 'named', ${world.sql.json({ [asked]: SECRET })}, now(), now())`;
    return { subject: "reponses", id, passage: `q${asked}-${await hashOf(SECRET)}` };
  },
  "a written answer in an anonymous box, once it is shown": async () => {
    const id = await survey({ promise: "anonymous", closed: true });
    const asked = await question(id, 1);
    const hash = await hashOf(SECRET);
    await world.sql`insert into survey_ballots (survey_id, answers) values (${id}, ${world.sql.json({ [asked]: SECRET })}), (${id}, ${world.sql.json({ [asked]: "Autre chose" })})`;
    await world.sql`insert into survey_readings (survey_id, question_id, text_hash, verdict, read_by, read_at) values (${id}, ${asked}, ${hash}, 'shown', ${odile.id}, now())`;
    return { subject: "reponses", id, passage: `q${asked}-${hash}` };
  },
  "the name of a topic": async () => ({ subject: "sujet", id: await topic({ name: SECRET }), passage: "nom" }),
  "the wish of a topic": async () => ({ subject: "sujet", id: await topic({ wish: SECRET }), passage: "souhait" }),
  "why a topic was set aside": async () => {
    const id = await topic();
    return { subject: "sujet", id, passage: `etape-${await one(world.sql`insert into topic_steps (topic_id, kind, at, by_id, reason) values (${id}, 'dismissed', now(), ${odile.id}, ${SECRET}) returning id`)}` };
  },
};

describe("personal information that is reported", () => {
  it.each(Object.keys(MADE))("in %s is out of sight at once, comes back in one act, and once taken out leaves no trace", async (what) => {
    const where = await (MADE[what] ?? (() => Promise.reject(new Error(what))))();
    expect(await left()).toEqual(WORDS);
    const page = (await open(lise, where)).data as { passages: { part: string; text: string }[]; chosen: string };
    expect(page.chosen).toBe(where.passage);

    expect((await report(lise, where)).status).toBe(303);
    expect(await left(["concealments"])).toEqual([]);
    const first = await latestCase();
    expect((await casePage(first)).text).toContain("roulotte");
    const authors = await world.sql`select member_id from report_letters where report_id = ${first}`;
    for (const { member_id } of authors) {
      const author = [ines, karine, odile].find(({ id }) => id === Number(member_id));
      const own = await author?.get(ownCaseRoute.loader, `/signalements/${first}`, { id: String(first) });
      expect(JSON.stringify(own?.data)).toContain("roulotte");
      expect(JSON.stringify(own?.data)).not.toContain("Lise");
    }
    expect((await lise.get(ownCaseRoute.loader, `/signalements/${first}`, { id: String(first) })).status).toBe(404);

    expect((await act(first, "retablissement")).status).toBe(303);
    expect(await left(["concealments"])).toEqual(WORDS);
    expect(((await open(lise, where)).data as { passages: unknown[] }).passages).toHaveLength(page.passages.length);

    expect((await report(karine, where)).status).toBe(303);
    expect((await act(await latestCase(), "caviardage", { texte: "Une enfant, [renseignement retiré]." })).status).toBe(303);
    expect(await left()).toEqual([]);
    expect(await dump()).toContain("[renseignement retiré]");
    await world.sql.unsafe("set session_replication_role = replica; truncate surveys, survey_questions, survey_sheets, survey_ballots, survey_participations, survey_readings, topics, topic_steps cascade; set session_replication_role = default");
  });

  it("takes along the same passage wherever it was copied, and brings it back with it", async () => {
    const id = await meeting({ objectives: SECRET });
    const thread = await world.begin(karine, `On lit :\n\n> ${SECRET}\n\nÇa m’inquiète.`, "Une inquiétude");
    const comment = await one(world.sql`insert into charter_comments (article_id, author_id, body, html, renderer_version) values (${await article("Un texte.")}, ${karine.id}, ${`Voir :\n${SECRET}`}, '', 1) returning id`);
    await report(lise, { subject: "moment", id, passage: "objectifs" });
    expect(await left(["concealments"])).toEqual([]);
    expect((await world.sql`select body from messages where thread_id = ${thread}`)[0]?.body).toContain("Ça m’inquiète.");
    expect((await world.sql`select body from charter_comments where id = ${comment}`)[0]?.body).toContain("Voir :");
    await act(await latestCase(), "retablissement");
    expect((await world.sql`select body from charter_comments where id = ${comment}`)[0]?.body).toContain("roulotte");

    await report(karine, { subject: "commentaire", id: comment, passage: "texte" });
    expect((await world.sql`select objectives_body as body from meetings where id = ${id}`)[0]?.body).not.toContain("roulotte");
    await act(await latestCase(), "caviardage", { texte: "Voir ailleurs." });
    expect(await left()).toEqual([]);
  });

  it("is taken out of what somebody has not sent yet, too", async () => {
    const where = await (MADE["a written answer under a name"] ?? (() => Promise.reject(new Error())))();
    await world.sql`update survey_sheets set draft = ${world.sql.json({ q1: `Je disais :\n${SECRET}`, q2: "Autre chose" })} where survey_id = ${where.id}`;
    await report(lise, where);
    await act(await latestCase(), "caviardage", { texte: "Retiré." });
    expect(await left()).toEqual([]);
    expect((await world.sql`select draft from survey_sheets where survey_id = ${where.id}`)[0]?.draft).toEqual({ q1: "Je disais :\nPassage masqué", q2: "Autre chose" });
  });

  it("lists for the committee who had been written about a meeting", async () => {
    const id = await meeting({ objectives: SECRET });
    await world.sql`insert into meeting_notices (meeting_id, member_id, kind, due_for, at) values (${id}, ${karine.id}, 'invitation', now(), now())`;
    await report(lise, { subject: "moment", id, passage: "objectifs" });
    const page = await casePage(await latestCase());
    expect(page.mailedWords).toBe("Karine Tousignant");
    expect(page.what).toContain("Inès Benkhelil");
    await act(await latestCase(), "caviardage", { texte: "Retiré." });
  });

  it("is looked at, and not masked, in a text that people signed", async () => {
    const id = await article(SECRET);
    await world.sql.unsafe("set session_replication_role = replica");
    const version = await one(world.sql`insert into charter_versions (number, title, renderer_version, begun_by, state, canonical_text, sha256, adopted_at, adopted_by, published_at, published_by, kind, reasons)
      values (7, 'Charte', 1, ${odile.id}, 'in-force', 'texte', ${"a".repeat(64)}, now(), ${odile.id}, now(), ${odile.id}, 'substance', 'La première') returning id`);
    await world.sql`insert into version_articles (version_id, position, article_id, article_version, title, body, html, matter) values (${version}, 1, ${id}, 1, 'Un article', ${SECRET}, '', 'general')`;
    await world.sql.unsafe("set session_replication_role = default");
    expect((await report(lise, { subject: "charte", id: version, passage: "article-1" })).status).toBe(303);
    expect((await casePage(await latestCase())).acts.map(({ act: name }) => name)).toEqual(["cloture", "mot"]);
    expect(JSON.stringify((await odile.get(queueRoute.loader, "/comite/signalements")).data)).toContain("Charte");
  });
});

describe("what may be reported", () => {
  it("is what one may read: not a draft, nor anything of members to a guest, nor a text that is not there", async () => {
    const id = await meeting({ objectives: "Tout un programme" });
    expect((await open(guest, { subject: "moment", id, passage: "objectifs" })).status).toBe(404);
    expect((await open(lise, { subject: "moment", id: 999_999, passage: "objectifs" })).status).toBe(404);
    expect((await report(lise, { subject: "moment", id, passage: "preparation" })).status).toBe(404);
    expect((await report(lise, { subject: "moment", id, passage: "x'; drop table reports" })).status).toBe(422);
    // Minutes that are open to correction are read by those who were there.
    await world.sql`insert into minutes (meeting_id, body, html, renderer_version, written_by, written_at, opened_at, opened_by, closes_at) values (${id}, 'Paravent', '', 1, ${ines.id}, now(), now(), ${ines.id}, now() + interval '7 days')`;
    await attended(id, karine);
    const shown = await Promise.all([lise, karine, odile].map(async (person) => JSON.stringify((await open(person, { subject: "moment", id, passage: "" })).data).includes("Paravent")));
    expect(shown).toEqual([false, true, true]);
    const hidden = await survey({ promise: "confidential" });
    expect((await open(lise, { subject: "reponses", id: hidden, passage: "q1" })).status).toBe(404);
  });

  it("is not masked for another reason before the committee has looked, and is then told to its author", async () => {
    const id = await topic({ wish: "Que le comité démissionne!" });
    await report(lise, { subject: "sujet", id, passage: "souhait" }, "tone");
    expect((await world.sql`select wish from topics where id = ${id}`)[0]?.wish).toContain("démissionne");
    const number = await latestCase();
    await act(number, "masquage", { mot: "Le ton pouvait blesser." });
    expect((await world.sql`select wish from topics where id = ${id}`)[0]?.wish).toBe("Passage masqué");
    expect(JSON.stringify((await ines.get(ownCaseRoute.loader, `/signalements/${number}`, { id: String(number) })).data)).toContain("Le ton pouvait blesser.");
  });

  it("says beside the field that what the committee writes is too long for its place, and keeps everything as it is", async () => {
    const id = await topic({ name: "Quetzalina, six ans, au moulin" });
    await report(lise, { subject: "sujet", id, passage: "nom" });
    const answer = await act(await latestCase(), "caviardage", { texte: "long ".repeat(40) });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("80");
    await act(await latestCase(), "caviardage", { texte: "Une enfant\nau moulin" });
    expect((await world.sql`select name from topics where id = ${id}`)[0]?.name).toBe("Une enfant au moulin");
  });
});
