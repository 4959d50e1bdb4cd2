import type { ActionFunctionArgs } from "@remix-run/node";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import type { Settings } from "~/kit/env.server";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;
export type Routes = Record<string, { loader?: Handler; action?: Handler }>;

export type Answer = { status: number; location: string | null; headers: Headers; setCookies: string[]; data: unknown };

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

/**
 * A browser that keeps its cookies and speaks to the real loaders and actions, as
 * the server would: what a route returns or throws becomes an answer.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  userAgent = FIREFOX;
  network = "203.0.113.7";

  constructor(
    private readonly settings: Settings,
    private readonly routes: Routes,
  ) {}

  get(path: string): Promise<Answer> {
    return this.#send(path, "GET");
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, "POST", new URLSearchParams(fields));
  }

  /** The Cookie header this browser sends. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #send(path: string, method: string, body?: URLSearchParams): Promise<Answer> {
    const headers: Record<string, string> = { Cookie: this.cookieHeader, Referer: `${this.settings.origin}/discussions/12` };
    const request = new Request(this.settings.origin + path, { method, headers, ...(body ? { body } : {}) });
    const context = this.#context();
    const answer = await withContext(context, () => this.#run(request));
    for (const [name, value] of Object.entries(context.headers)) answer.headers.set(name, value);
    const setCookies = [...answer.headers.getSetCookie(), ...context.cookies];
    for (const line of setCookies) this.#keep(line);
    return { ...answer, setCookies };
  }

  #context(): RequestContext {
    const context: RequestContext = {
      settings: this.settings,
      reference: "essai",
      nonce: "essai",
      network: this.network,
      userAgent: this.userAgent,
      isData: false,
      markup: new Map(),
      cookies: [],
      headers: {},
      memo: new Map(),
      dispatch: (again) =>
        withContext({ ...context, memo: new Map(), markup: new Map() }, async () => {
          const { status, headers } = await this.#run(again);
          return new Response(null, { status, headers });
        }),
    };
    return context;
  }

  async #run(request: Request): Promise<Answer> {
    const { pathname } = new URL(request.url);
    const [pattern, params] = this.#match(pathname);
    const route = this.routes[pattern];
    const handler = request.method === "POST" ? route?.action : route?.loader;
    if (!handler) throw new Error(`No route for ${request.method} ${pathname}.`);
    try {
      return asAnswer(await handler({ request, params, context: {} as ActionFunctionArgs["context"] }));
    } catch (thrown) {
      return asAnswer(thrown);
    }
  }

  #match(pathname: string): [string, Record<string, string>] {
    for (const pattern of Object.keys(this.routes)) {
      const names = [...pattern.matchAll(/:(\w+)/g)].map((found) => found[1] ?? "");
      const match = new RegExp(`^${pattern.replace(/:\w+/g, "([^/]+)")}$`).exec(pathname);
      if (match) return [pattern, Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]))];
    }
    return [pathname, {}];
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0(;|$)/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function asAnswer(result: unknown): Answer {
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get("Location"), headers: new Headers(result.headers), setCookies: [], data: null };
  }
  const wrapped = result as { type?: unknown; data?: unknown; init?: ResponseInit } | null;
  if (wrapped?.type === "DataWithResponseInit") {
    return { status: wrapped.init?.status ?? 200, location: null, headers: new Headers(wrapped.init?.headers), setCookies: [], data: wrapped.data };
  }
  if (result instanceof Error) throw result;
  return { status: 200, location: null, headers: new Headers(), setCookies: [], data: result };
}

/** The problem that an answer carries, shown in place or not. */
export const problemOf = ({ data }: Answer): { code?: string; sentence?: string; retryAfter?: number; state?: Record<string, string>; values?: Record<string, string> } => {
  const carried = data as { problem?: object } | null;
  return (carried?.problem ?? carried ?? {}) as ReturnType<typeof problemOf>;
};
