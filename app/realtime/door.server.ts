import { ServerResponse, type IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import type { Settings } from "~/kit/env.server";
import { isOurOwnSocket } from "~/kit/http/origin.server";
import { networkOf } from "~/kit/http/network.server";
import { log } from "~/kit/log.server";
import { sessionIdOf } from "~/kit/session.server";
import { rightsOfSession, type Rights } from "./rights.server";

/** Browsers have nothing to say here; more than this in ten seconds closes the line. A connection itself takes one. */
const MOST_WORDS = 20;
const COUNTED_OVER = 10_000;

/** For /diagnostic, which people who cannot sign in need too: few lines at a time, short, and in no room. */
export const TRIAL = { perNetwork: 10, inAll: 100, lasts: 20_000, namespace: "/diagnostic" } as const;

export type Admission = { kind: "person"; sessionId: string; rights: Rights } | { kind: "trial" };

/** signed-out: coming back is of no use; closed: it may be later. */
type Refusal = "signed-out" | "closed";

/** Who was let in by which handshake. */
const admitted = new WeakMap<IncomingMessage, Admission>();
export const admissionOf = (handshake: IncomingMessage): Admission | undefined => admitted.get(handshake);

type Verdict = (message: string | null, success: boolean) => void;

/** Decides at the handshake, before anything is kept for the line. */
export function doorkeeper(settings: Settings, isOpen: () => boolean) {
  const trials = new Map<string, number>();
  const inAll = () => [...trials.values()].reduce((sum, count) => sum + count, 0);

  const admit = async (request: IncomingMessage): Promise<Admission | Refusal> => {
    if (!isOpen()) return "closed";
    if (new URL(request.url ?? "/", settings.origin).searchParams.has("essai")) {
      const network = networkOf(request, settings.trustedHops);
      return (trials.get(network) ?? 0) < TRIAL.perNetwork && inAll() < TRIAL.inAll ? { kind: "trial" } : "closed";
    }
    const sessionId = sessionIdOf(request.headers.cookie);
    if (!sessionId) return "signed-out";
    const rights = await rightsOfSession(sessionId);
    return rights ? { kind: "person", sessionId, rights } : "signed-out";
  };

  const allowRequest = (request: IncomingMessage, verdict: Verdict): void => {
    void admit(request).then(
      (admission) => {
        if (typeof admission === "string") return verdict(admission, false);
        admitted.set(request, admission);
        verdict(null, true);
      },
      (error: unknown) => {
        log.warn({ code: (error as NodeJS.ErrnoException).code }, "a socket could not be looked up");
        verdict("closed", false);
      },
    );
  };

  /** Counts a trial's line while it lasts. */
  const countTrial = (request: IncomingMessage, onClose: (left: () => void) => void): void => {
    const network = networkOf(request, settings.trustedHops);
    trials.set(network, (trials.get(network) ?? 0) + 1);
    onClose(() => {
      const left = (trials.get(network) ?? 1) - 1;
      if (left > 0) trials.set(network, left);
      else trials.delete(network);
    });
  };

  return { allowRequest, countTrial };
}

/** Watches every request and every packet, those of lines already open included. */
export function watchDoor(io: Server, settings: Settings, countTrial: ReturnType<typeof doorkeeper>["countTrial"]): void {
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // engine.io would say so only after it accepted the upgrade.
    if (!speaksOurs(request, response instanceof ServerResponse ? "polling" : "websocket")) return next(new Error("another protocol"));
    if (isOurOwnSocket(request.headers, settings.origin)) return next();
    if (!(response instanceof ServerResponse)) return next(new Error("foreign origin"));
    response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" }).end("Cette demande ne vient pas de Le Fil.\n");
  });
  io.engine.on("connection", (line: Line) => {
    let words = 0;
    let since = performance.now();
    line.on("packet", ({ type }) => {
      if (type !== "message") return;
      if (performance.now() - since > COUNTED_OVER) {
        since = performance.now();
        words = 0;
      }
      words += 1;
      if (words > MOST_WORDS) line.close(true);
    });
    if (admissionOf(line.request)?.kind !== "trial") return;
    const end = setTimeout(() => line.close(), TRIAL.lasts);
    countTrial(line.request, (left) =>
      line.on("close", () => {
        clearTimeout(end);
        left();
      }),
    );
  });
}

const speaksOurs = ({ url }: IncomingMessage, transport: string): boolean => {
  const { searchParams: query } = new URL(url ?? "/", "http://localhost");
  return query.getAll("EIO").join() === "4" && query.getAll("transport").join() === transport;
};

/** The part of engine.io's socket that is used here. */
type Line = {
  request: IncomingMessage;
  close(discard?: boolean): void;
  on(event: "packet", listener: (packet: { type: string }) => void): void;
  on(event: "close", listener: () => void): void;
};
