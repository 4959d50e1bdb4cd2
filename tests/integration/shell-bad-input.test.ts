import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, isFrenchPage, speak, type Answer, type Asked } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

let stage: Stage;
let cookie: string;
const FORM = "application/x-www-form-urlencoded";

beforeAll(async () => {
  stage = await openStage(2);
  cookie = stage.settled.people[0]?.cookie ?? "";
  await stage.sql`insert into member_roles (member_id, role) values (${stage.settled.people[0]?.memberId ?? 0}, 'committee')`;
}, 90_000);

afterAll(() => stage.close());

const thread = () => `/discussions/${stage.settled.threadId}`;
const key = () => stage.settled.people[0]?.formKey() ?? "";
const messages = async () => Number((await stage.sql`select count(*) as n from messages`)[0]?.n);

function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(stage.app.port, { method: "POST", path, headers: { origin: stage.app.origin, cookie, "content-type": FORM, ...headers }, body });
}
const fields = (values: Record<string, string> | [string, string][]): string => new URLSearchParams(values).toString();

/** A clear French page with this status, soon, and the process as well as ever. */
function expectRefusal(answer: { status: number; text: string; ms: number }, status: number, what: string): void {
  expect(answer.status, `${what}: ${answer.text.slice(0, 120)}`).toBe(status);
  expect(isFrenchPage(answer.text), what).toBe(true);
  expect(answer.ms, what).toBeLessThan(2_000);
}

describe("a form that cannot be read", () => {
  const boundary = "----limite";
  const part = (name: string, value: string, rest = "") => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n${value}\r\n`;
  const multipart = { "content-type": `multipart/form-data; boundary=${boundary}` };

  it.each<[string, string, () => Promise<Answer>]>([
    ["an unknown field", "400", () => post(thread(), fields({ texte: "Bonjour", cle: key(), role: "administrator" }))],
    ["a field called __proto__", "400", () => post(thread(), fields({ texte: "Bonjour", cle: key(), __proto__x: "1", ["__proto__"]: "1" }))],
    ["a field called constructor", "400", () => post(thread(), fields([["texte", "Bonjour"], ["cle", key()], ["constructor", "1"]]))],
    ["a field called __proto__ and nothing else odd", "400", () => post(thread(), `texte=Bonjour&cle=${key()}&__proto__=1`)],
    ["a field given twice", "422", () => post(thread(), fields([["texte", "Bonjour"], ["texte", "Bonsoir"], ["cle", key()]]))],
    ["no key", "400", () => post(thread(), fields({ texte: "Bonjour" }))],
    ["a key of another person", "403", () => post(thread(), fields({ texte: "Bonjour", cle: stage.settled.people[1]?.formKey() ?? "" }))],
    ["10,000 fields", "400", () => post(thread(), Array.from({ length: 10_000 }, (_, n) => `champ${n}=1`).join("&"))],
    ["a file", "400", () => post(thread(), `${part("texte", "Bonjour")}${part("cle", key())}${part("fichier", "contenu", '; filename="a.txt"')}--${boundary}--\r\n`, multipart)],
    ["a broken multipart body", "400", () => post(thread(), part("texte", "Bonjour"), multipart)],
    ["multipart without a boundary", "400", () => post(thread(), "texte=Bonjour", { "content-type": "multipart/form-data" })],
    ["JSON", "400", () => post(thread(), JSON.stringify({ texte: "Bonjour" }), { "content-type": "application/json" })],
    ["plain text", "400", () => post(thread(), "texte=Bonjour", { "content-type": "text/plain" })],
    ["no type", "400", () => post(thread(), "texte=Bonjour", { "content-type": "" })],
    ["nothing at all", "400", () => post(thread(), "")],
    ["an id that is no number", "422", () => post(thread(), fields({ texte: "Bonjour", cle: key(), citation: "1 or 1=1" }))],
  ])("gets a sentence and its status, and writes nothing: %s, %s", async (what, status, send) => {
    const before = await messages();
    expectRefusal(await send(), Number(status), what);
    expect(await messages()).toBe(before);
    expect(Object.prototype).not.toHaveProperty("1");
  });
});

describe("what was typed", () => {
  it("is published without its quotation when the message quoted is not there, or is of another thread", async () => {
    const [other] = await stage.sql`insert into threads (title, author_id, last_author_id, revision, last_position) select 'Un autre', author_id, author_id, 1, 1 from threads limit 1 returning id`;
    const [message] = await stage.sql`insert into messages (thread_id, position, revision, author_id, body, html, renderer_version) select ${Number(other?.id)}, 1, 1, author_id, 'Ailleurs', '<p>Ailleurs</p>', 1 from messages limit 1 returning id`;
    for (const citation of ["999999999999", String(message?.id)]) {
      expect((await post(thread(), fields({ texte: `Bonjour ${citation}`, cle: key(), citation }))).status).toBe(303);
      const [written] = await stage.sql`select quoted_message_id from messages where body = ${`Bonjour ${citation}`}`;
      expect(written).toEqual({ quoted_message_id: null });
    }
  });

  it("comes back with the refusal when a message of 200 kB is too long, and nothing is written", async () => {
    const before = await messages();
    const text = `Début ${"é".repeat(99_990)} fin`;
    const answer = await post(thread(), fields({ texte: text, cle: key() }));
    expectRefusal(answer, 422, "200 kB");
    expect(answer.text).toContain(text);
    expect(answer.text).toMatch(/Ce texte est trop long/);
    expect(await messages()).toBe(before);
  });

  it("comes back when a name holds a line break, as it would reach a mail header", async () => {
    const [organisation] = await stage.sql`select id from organisations`;
    const profile = (name: string) => post("/reglages/profil", fields({ name, title: "Intervenante", organisations: String(organisation?.id), cle: key() }));
    for (const name of ["Odile\r\nBcc: tous@exemple.test", "Odile\nMarchand", "Odile\u0000Marchand", "Odile\u2028Marchand"]) {
      const answer = await profile(name);
      expectRefusal(answer, 422, name);
      expect(answer.text).toContain("Ce champ tient sur une seule ligne.");
    }
    const [me] = await stage.sql`select name from members where id = ${stage.settled.people[0]?.memberId ?? 0}`;
    expect(me?.name).toBe("Personne 0");
    expect((await profile("Odile Marchand")).status).toBe(303);
  });
});

describe("an address that leads nowhere", () => {
  const ids = ["0", "-1", "1e9", "999999999999999", "99999999999999999999", "abc", "%00", "1%27--", "..%2f..%2fetc", "%E2%82%AC", "x".repeat(3_000)];
  const queries = ["page=1e9", "avant=1e9", "avant=%00", "depuis=1e9", "depuis=999999999999999", "depuis=-1", "citer=1e99", "since=1e9", "since=999999999999999", "retour=%00", "vue=%00", "cle=%00", "a[b][c]=1", "__proto__[a]=1", `x=${"y".repeat(6_000)}`];

  it("is a French 404 or a page, never a fault, whatever stands where a number should", async () => {
    const shapes = ["/discussions/ID", "/discussions/ID/nouveautes?since=0", "/comite/membres/ID", "/comite/membres/ID/retrait", "/comite/invitations/ID/revocation", "/comite/organisations/ID/nom", "/invitation/ID", "/discussions/ID/citation/ID"];
    for (const path of shapes.flatMap((shape) => ids.map((id) => shape.replaceAll("ID", id)))) {
      const answer = await ask(stage.app.port, { path, headers: { cookie } });
      expect([400, 404], `${path}: ${answer.text.slice(0, 100)}`).toContain(answer.status);
      expect(answer.ms).toBeLessThan(2_000);
    }
    for (const shape of ["/discussions/ID", "/brouillons/ID/suppression", "/comite/membres/ID/retour", "/comite/invitations/ID/renvoi", "/reglages/appareils/ID/revocation", "/discussions/ID/lecture"]) {
      for (const id of ids) {
        const answer = await post(shape.replace("ID", id), fields({ cle: key(), ...(shape.endsWith("lecture") ? { position: "1" } : {}) }));
        expect(answer.status, `POST ${shape} ${id}`).toBeLessThan(500);
        expect(answer.status, `POST ${shape} ${id}`).not.toBe(200);
      }
    }
    for (const position of ["2147483648", "999999999999999", "-1", "0", "1.5"]) {
      const answer = await post(`${thread()}/lecture`, fields({ cle: key(), position }));
      expect(answer.status, position).toBeLessThan(500);
    }
  }, 60_000);

  it("is a page, never a fault, whatever is asked after the question mark", async () => {
    for (const path of ["/", "/discussions", thread(), `${thread()}/nouveautes`, "/discussions/nouveautes", "/connexion", "/brouillons", "/demarrage", "/comite/membres", "/diagnostic"]) {
      for (const query of queries) {
        const answer = await ask(stage.app.port, { path: `${path}?${query}`, headers: { cookie } });
        expect(answer.status, `${path}?${query.slice(0, 60)}`).toBeLessThan(500);
        expect(answer.ms).toBeLessThan(2_000);
      }
    }
  }, 60_000);

  it("that cannot be decoded is a French page", async () => {
    for (const path of ["/%E0%A4%A", "/%", "/discussions/%ZZ", "/assets/%E0%A4%A", "/%c0%ae%c0%ae/", "/.git/config", "/../../etc/passwd", "/assets/../../package.json", "/assets/%2e%2e/%2e%2e/package.json", "/%00"]) {
      const answer = await ask(stage.app.port, { path, headers: { cookie } });
      expect([400, 404], path).toContain(answer.status);
      expect(isFrenchPage(answer.text), `${path}: ${answer.text.slice(0, 200)}`).toBe(true);
    }
  });
});

describe("a cookie", () => {
  it("that is broken, doubled or of another kind makes a visitor, not a fault", async () => {
    const own = cookie.slice(cookie.indexOf("=") + 1);
    for (const sent of ["__Host-session=%E0%A4%A", "__Host-session=", "__Host-session", "=;;=;", `__Host-session=${"x".repeat(7_000)}`, "__Host-session=\u00ff\u00fe", `__Host-session="${own}`, `__Host-session=${own}x`, "__proto__=1; constructor=2", "__Host-demande=%E0%A4%A; __Host-demande=%00"]) {
      for (const path of [thread(), "/connexion/code"]) {
        const answer = await ask(stage.app.port, { path, headers: { cookie: sent } });
        expect(answer.status, `${path} ${sent.slice(0, 40)}`).toBe(path === thread() ? 302 : 200);
      }
    }
  });

  it("given twice is read once, and never as two people", async () => {
    const other = stage.settled.people[1]?.cookie ?? "";
    for (const sent of [`${cookie}; ${other}`, `${other}; ${cookie}`, `a=1; ${cookie}; ${cookie}`]) {
      const { status, text } = await ask(stage.app.port, { path: "/reglages", headers: { cookie: sent } });
      expect(status).toBe(200);
      expect(text.includes("Personne 0") && text.includes("Personne 1")).toBe(false);
    }
  });
});

describe("a request of another kind", () => {
  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "SEARCH"])("gets 405 and the methods there are: %s", async (method) => {
    for (const path of ["/", "/connexion", thread(), "/rien-de-tel"]) {
      const asked: Asked = { method, path, headers: { cookie, origin: stage.app.origin, "content-length": "0" } };
      const answer = await ask(stage.app.port, asked);
      expectRefusal(answer, 405, `${method} ${path}`);
      expect(answer.headers.allow).toBe("GET, HEAD, POST");
    }
  });

  it.each<[string, number, string]>([
    ["a header of 1 MB", 431, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(1_000_000)}\r\n\r\n`],
    ["a cookie of 20 kB", 431, `GET / HTTP/1.1\r\nHost: a\r\nCookie: a=${"x".repeat(20_000)}\r\n\r\n`],
    ["an address of 30 kB", 431, `GET /${"x".repeat(30_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ["words that are no request", 400, "Bonjour, y a-t-il quelqu’un?\r\n\r\n"],
    ["two lengths", 400, "POST /connexion HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"],
    ["a length and chunks", 400, "POST /connexion HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["a bad chunk", 400, "POST /connexion HTTP/1.1\r\nHost: a\r\nOrigin: ORIGIN\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"],
    ["a TLS greeting", 400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"],
  ])("that Node cannot read gets a French page and a closed connection: %s, %i", async (what, status, bytes) => {
    const answer = await speak(stage.app.port, Buffer.from(bytes.replace("ORIGIN", stage.app.origin)));
    expectRefusal(answer, status, what);
  });

  it("is served without a Host, with an absolute address, or by HTTP/1.0, on our own origin only", async () => {
    for (const line of ["GET /connexion HTTP/1.1\r\nConnection: close", "GET /connexion HTTP/1.0", "GET http://evil.example/connexion HTTP/1.1\r\nHost: evil.example\r\nConnection: close"]) {
      const { status, text } = await speak(stage.app.port, `${line}\r\n\r\n`);
      expect(status).toBe(200);
      expect(text).not.toContain("evil.example");
    }
    expect(stage.app.child.exitCode).toBeNull();
  });
});
