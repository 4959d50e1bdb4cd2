import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type FaultMode =
  /** Everything goes through. */
  | "pass"
  /** Nobody listens: connections are refused. */
  | "refuse"
  /** Connections are accepted, then closed at once. */
  | "close"
  /** Connections are accepted, and nothing ever answers; open ones fall silent too. */
  | "silent";

/** A TCP front between the application and its database that can misbehave in the ways real ones do. */
export class FaultProxy {
  #server: Server | undefined;
  #sockets = new Set<Socket>();
  #mode: FaultMode = "pass";
  #port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  get port(): number {
    return this.#port;
  }

  async open(): Promise<this> {
    await this.#listen();
    return this;
  }

  /** Changes the fault; open connections feel it at once. */
  async set(mode: FaultMode): Promise<void> {
    this.#mode = mode;
    if (mode !== "silent") for (const socket of this.#sockets) socket.destroy();
    if (mode === "refuse") await this.#stopListening();
    else if (!this.#server) await this.#listen();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#stopListening();
  }

  #listen(): Promise<void> {
    const server = createServer((inside) => this.#accept(inside));
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#port, "127.0.0.1", () => {
        this.#port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  #stopListening(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  #accept(inside: Socket): void {
    this.#keep(inside);
    if (this.#mode === "close") return void inside.destroy();
    if (this.#mode === "silent") return void inside.resume();
    const outside = connect(this.target);
    this.#keep(outside);
    const relay = (from: Socket, to: Socket) => from.on("data", (chunk) => this.#mode === "pass" && to.write(chunk)).on("close", () => to.destroy());
    relay(inside, outside);
    relay(outside, inside);
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {}).on("close", () => this.#sockets.delete(socket));
  }
}
