import { expect, test } from "vitest";
import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { handlersOf } from "./handlers.server";

type Work = (args: ActionFunctionArgs) => Promise<unknown>;
type Module = { default?: () => null; action?: Work; loader?: Work };

/** A build of flat routes whose pages keep which data they were given. */
function handling(modules: Record<string, Module>) {
  const entries = Object.entries({ root: { default: () => null, loader: async () => "frame" } as Module, ...modules });
  const routes = Object.fromEntries(entries.map(([path, module]) => [path, { id: path, ...(path === "root" ? { path: "" } : { path, parentId: "root" }), module }]));
  const assets = Object.fromEntries(entries.map(([id, { action, loader }]) => [id, { id, hasAction: Boolean(action), hasLoader: Boolean(loader), hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false, module: "" }]));
  const pages: unknown[] = [];
  const makePage = async (_request: Request, status: number, headers: Headers, { staticHandlerContext: { actionData, errors } }: { staticHandlerContext: { actionData: unknown; errors: unknown } }) => {
    pages.push(actionData ?? errors);
    return new Response("page", { status, headers });
  };
  const handle = handlersOf({
    routes,
    assets: { routes: assets, entry: { module: "", imports: [] }, url: "", version: "" },
    entry: { module: { default: makePage, handleError: () => {} } },
    future: { v3_singleFetch: true },
    basename: "/",
    isSpaMode: false,
    publicPath: "/",
    assetsBuildDirectory: "",
  } as unknown as ServerBuild);
  const ask = (path: string, init?: RequestInit) => handle(new Request(`http://localhost${path}`, init), { isData: path.endsWith(".data") } as AppLoadContext);
  return { pages, ask };
}

const form = (): RequestInit => ({ method: "POST", body: new URLSearchParams({ texte: "Bonjour" }) });

test("a form that ends with a redirect makes no page, and gets the names in its address", async () => {
  const { ask, pages } = handling({
    "fils/:id": { default: () => null, action: async ({ params, request }) => redirect(`/vu?${new URLSearchParams({ id: params.id ?? "", texte: new URLSearchParams(await request.text()).get("texte") ?? "" }).toString()}`, 303) },
  });
  const answer = await ask("/fils/l%C3%A9a%2Fb", form());
  expect(answer.status).toBe(303);
  expect(Object.fromEntries(new URL(answer.headers.get("Location") ?? "", "http://localhost").searchParams)).toEqual({ id: "léa/b", texte: "Bonjour" });
  expect(pages).toEqual([]);
});

test("a form that is refused is worked on once, and its page is told", async () => {
  let times = 0;
  const { ask, pages } = handling({ fil: { default: () => null, loader: async () => null, action: async () => ((times += 1), data({ problem: "vide" }, { status: 422 })) } });
  const answer = await ask("/fil", form());
  expect([answer.status, times]).toEqual([422, 1]);
  expect(pages).toEqual([{ fil: { problem: "vide" } }]);
});

test("what a form throws reaches the page of errors, after one try", async () => {
  let times = 0;
  const { ask, pages } = handling({
    fil: {
      default: () => null,
      action: async () => {
        times += 1;
        throw data("absent", { status: 404 }) as unknown as Error;
      },
    },
  });
  const answer = await ask("/fil", form());
  expect([answer.status, times, pages.length]).toEqual([404, 1, 1]);
});

test("an address without a page answers for itself, and what it throws is Remix's to say", async () => {
  const { ask } = handling({
    "fil/nouveautes": { loader: async () => new Response("[]", { headers: { ETag: '"1"' } }) },
    "fil/absent": { loader: () => Promise.reject(data("absent", { status: 404 }) as unknown as Error) },
  });
  const news = await ask("/fil/nouveautes?since=3");
  expect([news.status, await news.text(), news.headers.get("ETag")]).toEqual([200, "[]", '"1"']);
  expect((await ask("/fil/absent")).status).toBe(404);
});

test("an exact address goes before a named one, and an unknown one is not found", async () => {
  const { ask } = handling({ "fils/:id": { loader: async () => new Response("un fil") }, "fils/nouveau": { loader: async () => new Response("le nouveau") } });
  expect(await (await ask("/fils/nouveau")).text()).toBe("le nouveau");
  expect(await (await ask("/Fils/12")).text()).toBe("un fil");
  expect((await ask("/ailleurs")).status).toBe(404);
});
