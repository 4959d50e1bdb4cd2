import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pause, until } from "../support/app-process";
import { ask, isFrenchPage } from "../support/raw-http";
import { pdf, photo } from "../support/sample-files";
import { openStage, type Stage } from "../support/stage";

let stage: Stage;
let cookie: string;

beforeAll(async () => {
  stage = await openStage(1);
  cookie = stage.settled.people[0]?.cookie ?? "";
}, 90_000);
afterAll(() => stage.close());

const BOUNDARY = "----essai";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
type Sent = { name: string; content: Buffer };

function bodyOf(fields: Record<string, string>, files: Sent[]): Buffer {
  const texts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  const parts = files.map(({ name, content }) => Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="fichiers"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`), content, Buffer.from("\r\n")]));
  return Buffer.concat([...texts, ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
const headers = (more: Record<string, string> = {}) => ({ cookie, origin: stage.app.origin, "content-type": TYPE, ...more });
const thread = () => `/discussions/${stage.settled.threadId}`;
const key = () => stage.settled.people[0]?.formKey() ?? "";
const left = (): string[] => {
  const folder = join(stage.app.dataDir, "arrivals");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const counts = async () => {
  const [row] = await stage.sql`select (select count(*)::int from files) as files, (select count(*)::int from file_chunks) as chunks, (select count(*)::int from messages) as messages`;
  return row;
};
const memory = (): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${stage.app.child.pid}/status`, "utf8"))?.[1]) * 1_024;

describe("an upload over the wire", () => {
  it("of ten files of 9 MB is published in one form, and comes back as it was", async () => {
    const idle = memory();
    const content = pdf(9_000_000);
    const body = bodyOf({ cle: key(), texte: "Dix outils" }, Array.from({ length: 10 }, (_, n) => ({ name: `outil ${n}.pdf`, content: Buffer.concat([content.subarray(0, -1), Buffer.from(" ".repeat(n + 1))]) })));
    const answer = await ask(stage.app.port, { method: "POST", path: thread(), headers: headers(), body });
    expect(answer.status).toBe(303);
    expect(memory() - idle).toBeLessThan(150_000_000);
    const [file] = await stage.sql`select id, size from files where message_id is not null order by place`;
    const sent = await fetch(`http://127.0.0.1:${stage.app.port}/fichiers/${file?.id}/outil.pdf`, { headers: { Cookie: cookie } });
    expect(sent.headers.get("Content-Length")).toBe(String(file?.size));
    expect(sent.headers.get("Content-Encoding")).toBeNull();
    expect(sent.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none';.*sandbox$/);
    expect((await sent.arrayBuffer()).byteLength).toBe(9_000_000);
    const page = await ask(stage.app.port, { path: thread(), headers: { cookie } });
    expect(page.text).toContain("outil 3.pdf");
    expect(left()).toEqual([]);
  });

  it("that is cut in the middle leaves nothing", async () => {
    const before = await counts();
    const body = bodyOf({ cle: key(), texte: "Coupé" }, [{ name: "coupe.pdf", content: pdf(3_000_000) }]);
    const socket = connect(stage.app.port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`POST ${thread()} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${stage.app.origin}\r\nCookie: ${cookie}\r\nContent-Type: ${TYPE}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body.subarray(0, 1_500_000));
    await until("the beginning to lie on the disk", () => left().length === 1, 5_000);
    socket.destroy();
    await until("it to be forgotten", () => left().length === 0, 5_000);
    await pause(200);
    expect(await counts()).toEqual(before);
  });

  it("that stops short of its boundary is refused, and leaves nothing", async () => {
    const before = await counts();
    const body = bodyOf({ cle: key(), texte: "Court" }, [{ name: "court.pdf", content: pdf(100_000) }]).subarray(0, 60_000);
    const answer = await ask(stage.app.port, { method: "POST", path: thread(), headers: headers(), body });
    expect([400, 408]).toContain(answer.status);
    expect(isFrenchPage(answer.text)).toBe(true);
    expect(await counts()).toEqual(before);
    expect(left()).toEqual([]);
  });

  it("writes nothing on the disk for who is not signed in, whose text is kept and who is told of the files", async () => {
    const body = bodyOf({ cle: key(), texte: "Un texte qui attend" }, [{ name: "f.pdf", content: pdf(4_000_000) }]);
    let seen = 0;
    const watch = setInterval(() => (seen = Math.max(seen, left().length)), 2);
    const answer = await ask(stage.app.port, { method: "POST", path: thread(), headers: headers({ cookie: "" }), body });
    clearInterval(watch);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain("Un texte qui attend");
    expect(answer.text).toContain("fichiers-perdus");
    expect(seen).toBe(0);
  });

  it("is refused by its weight wherever files are not taken", async () => {
    const body = bodyOf({ cle: key(), texte: "x" }, [{ name: "f.pdf", content: pdf(3_000_000) }]);
    for (const path of ["/reglages/profil", "/sujets", "/connexion", "/nulle-part"]) {
      expect((await ask(stage.app.port, { method: "POST", path, headers: headers(), body })).status).toBe(413);
    }
  });

  it("says of each file why it was not taken, and keeps the text, the page and the others", async () => {
    const body = bodyOf({ cle: key(), texte: "Lourd, mais écrit" }, [
      { name: "enorme.pdf", content: pdf(14_000_000) },
      { name: "photo.png", content: Buffer.from("<script>alert(1)</script>") },
      { name: "cour.jpg", content: await photo(400, 300) },
    ]);
    const { status, text } = await ask(stage.app.port, { method: "POST", path: thread(), headers: headers(), body });
    expect(status).toBe(422);
    expect(text).toContain("Lourd, mais écrit");
    expect(text).not.toContain("<script>alert(1)");
    expect(left()).toEqual([]);
  });
});
