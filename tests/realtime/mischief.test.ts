import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../support/app-process";
import { Line, UPGRADE, announce, ask, openHouse, openStreet, sidOf, type House, type Street } from "./house";

let street: Street;
let house: House;
let cookie: string;
const polling = "EIO=4&transport=polling";
const asText = { "Content-Type": "text/plain;charset=UTF-8" };

beforeAll(async () => {
  street = await openStreet(2);
  house = await openHouse(street.appUrl);
  cookie = street.people[0]?.cookie ?? "";
});
afterAll(async () => {
  await house.close();
  await street.close();
});

/** Someone else's line still works, so the process is alive and well. */
async function othersHear(): Promise<void> {
  const other = await new Line(house, street.people[1]?.cookie).up();
  await announce({ type: "thread.moved", id: street.threadId });
  await until("the other to hear", () => other.rings().length === 1, 2_000);
  other.hangUp();
}

/** A line by hand, joined like a browser's. */
async function joined(): Promise<string> {
  const sid = sidOf(await ask(house, polling, { headers: { Cookie: cookie } }));
  await ask(house, `${polling}&sid=${sid}`, { method: "POST", body: "40", headers: asText });
  return sid;
}
const say = (sid: string, body: string | Buffer, headers: Record<string, string> = asText) => ask(house, `${polling}&sid=${sid}`, { method: "POST", body, headers });

describe("what a browser says", () => {
  it("gets no answer, joins nothing and rings nobody, whatever it is called", async () => {
    const [liar, witness] = [await new Line(house, cookie).up(), await new Line(house, street.people[1]?.cookie).up()];
    const answers: unknown[] = [];
    const names = ["join", "subscribe", "ring", "hello", "resync", "bye", "crowded", "thread.moved", "member.rights-changed", "u:2", "s:1", "message", "constructor", "__proto__"];
    for (const name of names) liar.socket.emit(name, { room: "u:2", id: street.threadId, type: "thread.moved" }, (answer: unknown) => answers.push(answer));
    await pause(400);
    expect(answers).toEqual([]);
    expect(liar.closed).toBe(false);
    expect(witness.rings()).toEqual([]);
    await announce({ type: "todo.changed", id: street.people[1]?.memberId ?? 0 });
    await until("the witness to hear", () => witness.rings().length === 1, 2_000);
    expect(liar.rings()).toEqual([]);
    for (const line of [liar, witness]) line.hangUp();
  });

  it("closes the line after twenty words in ten seconds, long before ten thousand", async () => {
    const flood = await new Line(house, cookie).upgraded();
    const before = process.memoryUsage().heapUsed;
    for (let word = 0; word < 10_000; word += 1) flood.socket.emit("word", word);
    await until("the line to close", () => flood.closed, 2_000);
    await othersHear();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100e6);
  });

  it("closes a line that floods by polling, many words to a request", async () => {
    const sid = await joined();
    await say(sid, Array.from({ length: 1_000 }, () => '42["word"]').join("\u001e"));
    expect((await say(sid, '42["word"]')).status).toBe(400);
    await othersHear();
  });

  it("survives broken packets of every kind", async () => {
    const broken = ["42{", "42[", "42", "42[]", "42[1]", '42["connect"]', '42["disconnect"]', '42["error"]', '49["x"]', "4", "9", "b", "bAAAA", "41", "43[1]", '451-["x",{"_placeholder":true,"num":0}]', '451-["x",{"_placeholder":true,"num":99}]', "459999999-[]", "40/nowhere,", "40/__proto__,", '40{"sid":', "2probe", "3", "5", "6"];
    for (const packet of broken) {
      const sid = await joined();
      expect([200, 400]).toContain((await say(sid, packet)).status);
    }
    const sid = await joined();
    expect([200, 400]).toContain((await say(sid, Buffer.from([0, 255, 4, 30, 30, 200]), { "Content-Type": "application/octet-stream" })).status);
    await othersHear();
  });

  it("refuses a packet of ten thousand attachments and binary that never ends", async () => {
    const flood = await new Line(house, cookie).upgraded();
    flood.socket.emit("word", ...Array.from({ length: 500 }, () => Buffer.from("x")));
    await until("the line to close", () => flood.closed, 2_000);
    const sid = await joined();
    await say(sid, "4510000-[]");
    await othersHear();
  });

  it("refuses what is heavier than 16 kB, by polling and by WebSocket", async () => {
    const sid = await joined();
    expect((await say(sid, `42["${"x".repeat(20_000)}"]`)).status).toBe(413);
    const heavy = await new Line(house, cookie).upgraded();
    heavy.socket.emit("word", "x".repeat(2_000_000));
    await until("the line to close", () => heavy.closed, 2_000);
    await othersHear();
  });
});

describe("what a stranger to the protocol sends", () => {
  it("is answered 400, version or transport mismatches and unknown lines alike", async () => {
    const headers = { Cookie: cookie };
    for (const query of ["EIO=3&transport=polling", "EIO=5&transport=polling", "transport=polling", "EIO=4&transport=webtransport", "EIO=4&transport=__proto__", "EIO=4&transport=constructor", "EIO=4", "", `${polling}&sid=unknown`, `${polling}&sid=__proto__`, "EIO=4&transport=websocket", "EIO=4&EIO=3&transport=polling"]) {
      expect((await ask(house, query, { headers })).status, query).toBe(400);
    }
    expect((await ask(house, polling, { method: "PUT", headers })).status).toBe(400);
    await othersHear();
  });

  it("does not kill the process with an upgrade whose protocol differs from its line's", async () => {
    const sid = sidOf(await ask(house, polling, { headers: { Cookie: cookie } }));
    const upgrade = { ...UPGRADE, Cookie: cookie, Origin: house.origin };
    for (const query of [`EIO=3&transport=websocket&sid=${sid}`, "EIO=3&transport=websocket", `EIO=4&transport=polling&sid=${sid}`, "EIO=4&transport=constructor", "EIO=4&transport=websocket&sid=unknown"]) {
      expect((await ask(house, query, { headers: upgrade })).status, query).not.toBe(101);
    }
    await othersHear();
  });

  it("is cut when it sends no HTTP at all, or an upgrade with broken frames", async () => {
    const { port } = new URL(house.origin);
    const send = (text: string | Buffer) =>
      new Promise<void>((gone) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
        socket.on("error", () => {}).on("close", () => gone());
        setTimeout(() => socket.destroy(), 700);
      });
    const head = ["GET /socket.io/?EIO=4&transport=websocket HTTP/1.1", `Host: localhost:${port}`, ...Object.entries(UPGRADE).map(([name, value]) => `${name}: ${value}`), `Origin: ${house.origin}`, `Cookie: ${cookie}`, "", ""].join("\r\n");
    await Promise.all([send("\u0000\u0001\u0002"), send(head + "not a frame at all, but long enough to be read as several"), send(head.replace("Sec-WebSocket-Key: ", "X: "))]);
    await othersHear();
  });
});
