import { afterEach, beforeEach, expect, it } from "vitest";
import { pause, until } from "../support/app-process";
import { FaultProxy } from "../support/fault-proxy";
import { Line, announce, openHouse, openStreet, type House, type Street } from "./house";

let street: Street;
let house: House;
let proxy: FaultProxy;
let line: Line;

beforeEach(async () => {
  street = await openStreet(1);
  const { hostname, port } = new URL(street.appUrl);
  proxy = await new FaultProxy({ host: hostname, port: Number(port) }).open();
  house = await openHouse(throughProxy(), { proveEvery: 1_000 });
  line = await new Line(house, street.people[0]?.cookie).up();
});
afterEach(async () => {
  line.hangUp();
  await house.close();
  await proxy.close();
  await street.close();
});

/** The hub's listener goes through the front; the rest of the application does not. */
function throughProxy(): string {
  const url = new URL(street.appUrl);
  url.host = `127.0.0.1:${proxy.port}`;
  return url.href;
}

/** Whether the line hears of a change announced now. */
async function hears(): Promise<boolean> {
  const before = line.rings().length;
  await announce({ type: "thread.moved", id: street.threadId });
  for (let look = 0; look < 12 && line.rings().length === before; look += 1) await pause(25);
  return line.rings().length > before;
}

it("tells everyone to fetch what they missed when its connection was killed, and hears again", async () => {
  expect(await hears()).toBe(true);
  const before = line.count("resync");
  const killed = await street.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`;
  expect(killed.length).toBeGreaterThan(0);
  await until("the resync", () => line.count("resync") > before, 5_000);
  expect(await hears()).toBe(true);
  expect(line.closed).toBe(false);
});

it("comes back by itself after its connections were refused for a while", async () => {
  await proxy.set("refuse");
  await pause(1_500);
  expect(await hears()).toBe(false);
  const before = line.count("resync");
  await proxy.set("pass");
  await until("the resync", () => line.count("resync") > before, 15_000);
  expect(await hears()).toBe(true);
});

it("notices a line that went silent, which nobody closed", async () => {
  await proxy.set("silent");
  expect(await hears()).toBe(false);
  await pause(5_000);
  const before = line.count("resync");
  await proxy.set("pass");
  await until("the resync", () => line.count("resync") > before, 10_000);
  expect(await hears()).toBe(true);
});

it("is replaced when the database comes back, without ringing twice", async () => {
  await house.hub.listen(throughProxy());
  await house.hub.listen(throughProxy());
  const before = line.rings().length;
  expect(await hears()).toBe(true);
  await pause(400);
  expect(line.rings().length).toBe(before + 1);
});
