import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGREED_FIELD, agreement, type Passage } from "~/kit/discretion/passage";
import * as draftRoute from "~/routes/brouillons.enregistrement";
import * as meetingRoute from "~/routes/comite.moments.nouveau";
import * as previewRoute from "~/routes/apercu._index";
import * as rewordRoute from "~/routes/discussions.$id.messages.$message.modification";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as titleRoute from "~/routes/discussions.$id.gestion";
import { pdf } from "../support/sample-files";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let thread: number;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  await world.sql`insert into member_roles (member_id, role) values (${ines.id}, 'committee')`;
  thread = await world.begin(ines, "Comment faites-vous?");
});
afterAll(() => world.close());

type Refused = { code: string; sentence: string; values: Record<string, string>; discretion: { form: string; passages: Passage[] } };
const problemIn = ({ data }: Answer) => (data as { problem: Refused }).problem;
const reply = (fields: Record<string, string>) => ines.post(threadRoute.action, `/discussions/${thread}`, fields, { id: String(thread) });
const bodies = async () => (await world.sql`select body from messages where thread_id = ${thread} order by position`).map(({ body }) => String(body));

describe("a text by which a child could be recognised", () => {
  const texte = "Éléonore, 3 ans, a mordu deux amis.";

  it("is not published, comes back as it was typed, and is asked about in its own form", async () => {
    const answer = await reply({ cle: await ines.key(), texte });
    expect(answer.status).toBe(422);
    const { code, values, discretion } = problemIn(answer);
    expect([code, values.texte, discretion.form]).toEqual(["discretion.asked", texte, "essai"]);
    expect(discretion.passages).toMatchObject([{ field: "texte", words: "Éléonore, 3 ans", refused: false }]);
    expect(await bodies()).not.toContain(texte);
  });

  it("is published under the same key, once, when its writer says that nobody is recognisable", async () => {
    const cle = await ines.key();
    const { passages } = problemIn(await reply({ cle, texte })).discretion;
    const agreed = { cle, texte, [AGREED_FIELD]: agreement(passages) };
    const answers = [await reply(agreed), await reply(agreed)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await bodies()).filter((body) => body === texte)).toHaveLength(1);
  });

  it("is asked about again when its words are others", async () => {
    const { passages } = problemIn(await reply({ cle: await ines.key(), texte })).discretion;
    const other = await reply({ cle: await ines.key(), texte: "La mère de Zoé a perdu son emploi.", [AGREED_FIELD]: agreement(passages) });
    expect(other.status).toBe(422);
  });

  it("is kept as a draft and previewed: nobody else sees it", async () => {
    expect((await ines.post(draftRoute.action, "/brouillons/enregistrement", { texte, version: "0" })).status).toBe(200);
    expect((await ines.post(previewRoute.action, "/apercu", { cle: await ines.key(), texte })).status).toBe(200);
  });
});

describe("a number that serves to steal an identity", () => {
  it.each(["La carte est TREM 2103 1512.", "Le NAS est 046 454 286."])("is refused whatever is said about it: %s", async (texte) => {
    const first = problemIn(await reply({ cle: await ines.key(), texte }));
    expect(first.code).toBe("discretion.refused");
    const again = await reply({ cle: await ines.key(), texte, [AGREED_FIELD]: agreement(first.discretion.passages) });
    expect(again.status).toBe(422);
  });
});

describe("every place where people write", () => {
  const risky = "La mère de Zoé a perdu son emploi.";

  it("is guarded: a title", async () => {
    const answer = await ines.post(titleRoute.action, `/discussions/${thread}/gestion`, { cle: await ines.key(), titre: risky }, { id: String(thread) });
    expect(problemIn(answer).discretion.passages).toMatchObject([{ field: "titre" }]);
  });

  it("is guarded: another wording of a message", async () => {
    const [message] = await world.sql`select id from messages where thread_id = ${thread} and position = 1`;
    const params = { id: String(thread), message: String(message?.id) };
    const answer = await ines.post(rewordRoute.action, `/discussions/${thread}/messages/${params.message}/modification`, { cle: await ines.key(), texte: risky, version: "1" }, params);
    expect(problemIn(answer).code).toBe("discretion.asked");
  });

  it("is guarded: what a meeting is about", async () => {
    const plan = { titre: "Dormir", sujets: "", objectifs: risky, question: "", ordre: "", fuseau: "America/Toronto", duree: "120" };
    const answer = await ines.post(meetingRoute.action, "/comite/moments/nouveau", { cle: await ines.key(), ...plan });
    expect(problemIn(answer).discretion.passages).toMatchObject([{ field: "objectifs" }]);
  });

  it("is guarded: the name of a file, which waits for its message meanwhile", async () => {
    const form = new FormData();
    form.set("cle", await ines.key());
    form.set("texte", "Le plan que voici");
    form.set("fichiers", new File([new Uint8Array(pdf(2_000))], "Plan intervention Mathis.pdf"));
    const { code, discretion, values } = problemIn(await ines.post(threadRoute.action, `/discussions/${thread}`, form, { id: String(thread) }));
    expect(code).toBe("discretion.asked");
    expect(discretion.passages).toMatchObject([{ field: "fichiers", words: "Plan intervention Mathis.pdf" }]);
    expect(JSON.stringify(values)).toContain("Plan intervention Mathis.pdf");
  });

  it("names colleagues freely", async () => {
    expect((await reply({ cle: await ines.key(), texte: "Merci à Sophie du CPE!" })).status).toBe(303);
  });
});
