import { redirect } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DAY, setClock } from "~/kit/clock.server";
import { line, longText } from "~/kit/fields";
import { asMember } from "~/kit/guard.server";
import { writeOnce } from "~/kit/transaction.server";
import { cleanUp } from "~/features/worker.server";
import { problemOf, type Answer, type Routes, type TestBrowser } from "./sign-in-browser";
import { keyOf, useStage } from "./sign-in-stage";

const TEXT = "Bonjour,\nquelqu’un a-t-il un pictogramme « calme »?  ";
const typed = { titre: "Un outil", texte: TEXT };
const form = z.object({ titre: line(80, "Il manque un titre."), texte: longText(200, "Il manque un texte.") });

/** A small page of the tests' own: what goes through it can be counted. */
const publishing: Routes = {
  "/carnet": {
    action: asMember(async ({ actor, form: posted }) => {
      const { texte } = posted.parse(form);
      const at = await writeOnce(actor, posted, async (tx) => {
        await tx.audit({ actor, act: "carnet", details: { texte } });
        return "/carnet/1#ecrit";
      });
      return redirect(at, 303);
    }),
  },
};

const stage = useStage(publishing);

async function signIn(where: TestBrowser, email: string, fields: Record<string, string> = {}): Promise<Answer> {
  return where.post("/connexion/code", { code: await stage.codeFor(where, email, fields) });
}

/** Writes, loses the session, posts, and gets the fields that the page of the refusal carries on. */
async function interrupted(email: string, fields: Record<string, string> = typed) {
  const where = stage.browser();
  await signIn(where, email);
  const cle = await keyOf(where);
  where.cookies.delete("__Host-session");
  const refused = await where.post("/carnet", { ...fields, cle });
  const { state = {} } = problemOf(refused);
  return { where, cle, refused, suite: { suite_chemin: state.path ?? "", suite_cle: state.key ?? "", suite_champs: state.entries ?? "" } };
}

const published = async (memberId: number) => (await stage.world.sql`select details ->> 'texte' as text from audit_entries where act = 'carnet' and actor_id = ${memberId}`).map(({ text }) => text as string);

describe("a text posted after its session has ended", () => {
  it("comes back whole with the sign-in form, and with the page it was typed in", async () => {
    const { email } = await stage.someone();
    const { refused, cle } = await interrupted(email);
    expect(refused.status).toBe(401);
    const { code, values, state } = problemOf(refused);
    expect([code, values, state]).toEqual(["session.absent", typed, { path: "/carnet", key: cle, entries: JSON.stringify(Object.entries(typed)), from: "/discussions/12" }]);
  });

  it("is published after the code, as the same person, and leads where it can be seen", async () => {
    const { email, id } = await stage.someone();
    const { where, suite } = await interrupted(email);
    const answer = await signIn(where, email, suite);
    expect([answer.status, answer.location]).toEqual([303, "/carnet/1#ecrit"]);
    expect(await published(id)).toEqual([TEXT]);
    expect(await stage.world.sql`select 1 from pending_writes`).toHaveLength(0);
  });

  it("goes through once, even if the page of the refusal is sent again", async () => {
    const { email, id } = await stage.someone();
    const { where, suite, cle } = await interrupted(email);
    await signIn(where, email, suite);
    const again = await where.post("/connexion", { courriel: email, ...suite });
    expect(again.location).toBe("/carnet/1#ecrit");
    await where.post("/carnet", { ...typed, cle });
    expect(await published(id)).toEqual([TEXT]);
  });

  it("survives a mistyped address and a second code", async () => {
    const { email, id } = await stage.someone();
    const { where, suite } = await interrupted(email);
    await where.post("/connexion", { courriel: "faute@pommier.exemple.test", ...suite });
    await where.post("/connexion", { courriel: email });
    expect((await signIn(where, email)).location).toBe("/carnet/1#ecrit");
    expect(await published(id)).toEqual([TEXT]);
  });

  it("is neither published nor shown when someone else signs in", async () => {
    const [author, other] = [await stage.someone(), await stage.someone()];
    const { where, suite } = await interrupted(author.email);
    expect((await signIn(where, other.email, suite)).location).toBe("/connexion/suite?autre=oui");
    const page = await where.get("/connexion/suite?autre=oui");
    expect(page.data).toEqual({ ofAnother: true, text: null });
    expect((await where.get("/connexion/suite")).data).toEqual({ ofAnother: false, text: null });
    expect([await published(author.id), await published(other.id)]).toEqual([[], []]);
  });

  it("cannot be published under a key that someone made up", async () => {
    const { email, id } = await stage.someone();
    const { where, suite } = await interrupted(email);
    const forged = { ...suite, suite_cle: suite.suite_cle.replace(/\.[\w-]{22}\./, `.${"A".repeat(22)}.`) };
    expect((await signIn(where, email, forged)).location).toBe("/connexion/suite?autre=oui");
    expect(await published(id)).toEqual([]);
  });

  it("is shown to copy when its page refuses it, and only to its author", async () => {
    const [author, other] = [await stage.someone(), await stage.someone()];
    const long = { titre: "Un outil", texte: "mot ".repeat(80) };
    const { where, suite } = await interrupted(author.email, long);
    expect((await signIn(where, author.email, { ...suite, retour: "/discussions/12" })).location).toBe("/connexion/suite");
    expect((await where.get("/connexion/suite")).data).toEqual({
      ofAnother: false,
      text: { path: "/carnet", formKey: suite.suite_cle, fields: Object.entries(long), returnTo: "/discussions/12" },
    });
    const elsewhere = stage.browser();
    await signIn(elsewhere, other.email);
    expect((await elsewhere.get("/connexion/suite")).data).toMatchObject({ text: null });
  });

  it("stays shown when its author's participation was paused meanwhile", async () => {
    const { email, id } = await stage.someone();
    const { where, suite } = await interrupted(email);
    await stage.world.sql`update members set state = 'paused' where id = ${id}`;
    expect((await signIn(where, email, suite)).location).toBe("/connexion/suite");
    expect((await where.get("/connexion/suite")).data).toMatchObject({ text: { fields: Object.entries(typed) } });
    expect(await published(id)).toEqual([]);
  });

  it("waits beside a second one, and is shown after that one went through", async () => {
    const { email, id } = await stage.someone();
    const first = await interrupted(email);
    const second = await interrupted(email, { titre: "Autre", texte: "Un second texte" });
    await first.where.post("/connexion", { courriel: email, ...first.suite });
    expect((await signIn(first.where, email, second.suite)).location).toBe("/connexion/suite");
    expect((await first.where.get("/connexion/suite")).data).toMatchObject({ text: { fields: Object.entries(typed) } });
    expect(await published(id)).toEqual(["Un second texte"]);
  });

  it("is bounded, readable or refused with what was typed", async () => {
    const { email } = await stage.someone();
    const { suite, where } = await interrupted(email);
    for (const suite_champs of ["[".repeat(60_001), "pas du JSON", '{"a":1}', '[["a"]]']) {
      const answer = await where.post("/connexion", { courriel: email, ...suite, suite_champs });
      expect([answer.status, problemOf(answer).values?.suite_champs]).toEqual([422, suite_champs]);
    }
  });

  it("never leads to an address that is not one of ours to publish at", async () => {
    const { email } = await stage.someone();
    const { where, suite } = await interrupted(email);
    for (const suite_chemin of ["//mal.exemple/a", "https://mal.exemple/", "/deconnexion", "/connexion/code", "/"]) {
      await where.post("/connexion", { courriel: email, ...suite, suite_chemin });
      expect(await stage.world.sql`select 1 from pending_writes p join sign_in_challenges c using (request_hash) where c.used_at is null and p.path in (${suite_chemin}, '/a', '/')`).toHaveLength(0);
    }
  });

  it("is forgotten after a day, by the nightly cleaning", async () => {
    const { email } = await stage.someone();
    const { where, suite } = await interrupted(email);
    await where.post("/connexion", { courriel: email, ...suite });
    await cleanUp();
    expect((await stage.world.sql`select 1 from pending_writes`).length).toBeGreaterThan(0);
    setClock(() => new Date(Date.now() + DAY + 60_000));
    await cleanUp();
    expect(await stage.world.sql`select 1 from pending_writes`).toHaveLength(0);
    expect((await stage.world.sql`select 1 from sign_in_challenges`).length).toBeGreaterThan(0);
    setClock(() => new Date(Date.now() + 2 * DAY + 60_000));
    await cleanUp();
    expect(await stage.world.sql`select 1 from sign_in_challenges`).toHaveLength(0);
  });
});
