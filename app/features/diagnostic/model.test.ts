import { describe, expect, it } from "vitest";
import { TRIALS, UPLOAD_SIZE, inWords, isComplete, judgeClock, judgeReach, judgeUpload, letterToDesk, meaningOf, type Results, type TrialId } from "./model";

const allGood = Object.fromEntries(TRIALS.map(({ id }) => [id, { verdict: "good", detail: "84 ms" }])) as Results;
const without = (...ids: TrialId[]): Results => ({ ...allGood, ...Object.fromEntries(ids.map((id) => [id, { verdict: "blocked", detail: "Aucune réponse" }])) });
const place = { origin: "https://fil.exemple.ca", testedAt: "lundi 1er mars 2027 à 13\u00a0h\u00a030" };

describe("the verdicts", () => {
  it("says times in milliseconds below a second, and in seconds above", () => {
    expect([inWords(83.6), inWords(1_240)]).toEqual(["84\u00a0ms", "1,2\u00a0s"]);
  });

  it("leaves a clock that is a few seconds off in peace, and names one that is minutes off", () => {
    expect(judgeClock(-1_200)).toEqual({ verdict: "good", detail: "À l’heure" });
    expect(judgeClock(30_000)).toEqual({ verdict: "good", detail: "30\u00a0s d’avance" });
    expect(judgeClock(-600_000)).toEqual({ verdict: "hampered", detail: "10\u00a0min de retard" });
  });

  it("calls an upload good only when all of it arrived", () => {
    expect(judgeUpload(UPLOAD_SIZE, 800)).toEqual({ verdict: "good", detail: "1\u00a0Mo en 800\u00a0ms" });
    expect(judgeUpload(512_000, 800).verdict).toBe("blocked");
    expect(judgeUpload(UPLOAD_SIZE, 30_000).verdict).toBe("hampered");
  });

  it("watches an answer that is slow or not encrypted", () => {
    expect([judgeReach(true, 90).verdict, judgeReach(true, 4_000).verdict, judgeReach(false, 90).verdict]).toEqual(["good", "hampered", "hampered"]);
  });

  it("is complete once every path was tried", () => {
    expect([isComplete(allGood), isComplete({}), isComplete({ reach: { verdict: "good", detail: "" } })]).toEqual([true, false, false]);
  });
});

describe("what the results mean", () => {
  it("asks nothing of a person whom the news reaches", () => {
    expect(meaningOf(allGood).title).toBe("Tout passe d’ici");
    expect(meaningOf(without("upgrade"))).toMatchObject({ tone: "moss", title: "Le Fil fonctionne d’ici" });
  });

  it("says that nothing is lost where no line passes", () => {
    expect(meaningOf(without("upgrade", "polling"))).toMatchObject({ tone: "honey", title: "Le direct ne passe pas" });
  });

  it("names first what keeps a person out", () => {
    expect(meaningOf(without("reach", "polling", "upload")).title).toBe("Le Fil ne répond pas d’ici");
    expect(meaningOf(without("cookies", "upgrade")).title).toBe("Vous ne pourrez pas vous connecter d’ici");
  });
});

describe("the letter to the IT desk", () => {
  it("gives the domain, the port, the address of the WebSocket and what failed", () => {
    const letter = letterToDesk(place, without("upgrade"));
    expect(letter).toContain("https://fil.exemple.ca");
    expect(letter).toContain("sur le port 443");
    expect(letter).toContain("wss://fil.exemple.ca/socket.io/");
    expect(letter).toContain("- En direct, par WebSocket\u00a0: bloqué (aucune réponse)");
    expect(letter).toContain("lundi 1er mars 2027 à 13\u00a0h\u00a030");
  });

  it("says what to let through before anything was tried, and keeps a port of one's own", () => {
    const letter = letterToDesk({ ...place, origin: "http://localhost:3000" }, {});
    expect(letter).toContain("ws://localhost:3000/socket.io/");
    expect(letter).toContain("sur le port 3000");
    expect(letter).not.toContain("Essais faits");
  });

  it("puts a non-breaking space before each colon of a sentence, and none before a semicolon", () => {
    const letter = letterToDesk(place, allGood);
    expect(letter).not.toMatch(/[^\u00a0:/s]:\s/);
    expect(letter).not.toMatch(/[ \u00a0];/);
  });
});
