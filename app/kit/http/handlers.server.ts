import { createRequestHandler, type ActionFunctionArgs, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { takesFiles } from "../guard.server";

type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;
type Route = NonNullable<ServerBuild["routes"][string]>;

/**
 * Hands each request to a Remix that knows the root, the home page and the one route asked for.
 * Remix ranks and compiles every route of its build several times per request,
 * which with sixty of them costs more than the page itself. Routes are flat here
 * (layouts guard nothing, so there are none): the leaf decides. Remix still does
 * its own matching, within these. What needs no page is not even handed to it (see `ahead`).
 */
export function handlersOf(build: ServerBuild): Handle {
  const whole = createRequestHandler(build, "production");
  const leaves = Object.values(build.routes).filter((route): route is Route => route !== undefined && route.id !== "root");
  if (leaves.some((route) => route.parentId !== "root")) return whole;
  const ways = leaves.map((route) => ({ ...wayOf(route.path ?? ""), handle: ahead(route, createRequestHandler(onlyWith(build, route), "production")) })).sort((a, b) => b.rank - a.rank);
  const places = new Map<string, typeof ways>(ways.map(({ place }) => [place, ways.filter((way) => way.place === place || way.place === "")]));
  const others = ways.filter(({ place }) => place === "");
  return (request, context) => {
    const path = pathOf(new URL(request.url).pathname);
    // The map of routes that browsers ask for is the whole one.
    const way = path === "/__manifest" ? undefined : (places.get(placeOf(path)) ?? others).find(({ pattern }) => pattern.test(path));
    return (way?.handle ?? whole)(request, context);
  };
}

type Work = (args: ActionFunctionArgs) => Promise<unknown>;
/** What was run ahead of Remix came to this. */
type Outcome = { value: unknown } | { thrown: unknown };
const outcomes = new WeakMap<AppLoadContext, Outcome>();

/**
 * Runs what needs no page: a form, which nearly always ends with a redirect, and an address
 * that answers with data of its own. Remix would add nothing to those but its own cost, which
 * is most of a reply's. Whatever else comes of it is handed to Remix in place of a second run.
 */
function ahead(route: Route, handle: Handle): Handle {
  const { names, pattern } = wayOf(route.path ?? "");
  const { action, loader } = worksOf(route);
  const hasPage = !isBare(route);
  return async (request, context) => {
    const work = request.method === "POST" ? action : request.method === "GET" && !hasPage ? loader : undefined;
    const params = work && !context.isData ? paramsIn(new URL(request.url).pathname, pattern, names) : null;
    if (!work || !params) return handle(request, context);
    const outcome = await work({ request, params, context }).then((value): Outcome => ({ value }), (thrown: unknown): Outcome => ({ thrown }));
    const said = "value" in outcome ? outcome.value : outcome.thrown;
    if (said instanceof Response && (!hasPage || (said.status >= 300 && said.status < 400))) return said;
    outcomes.set(context, outcome);
    return handle(new Request(request.url, { method: request.method, headers: request.headers, signal: request.signal }), context);
  };
}

const worksOf = (route: Route): { action?: Work; loader?: Work } => route.module as { action?: Work; loader?: Work };

/** Nothing to show: only data, or a form. */
const isBare = (route: Route): boolean => (route.module as { default?: unknown }).default === undefined;

/** The same work, unless it was done already for this request. */
const unlessDone = (work: Work): Work => async (args) => {
  const outcome = outcomes.get(args.context);
  if (!outcome) return work(args);
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.value;
};

/** The named segments of an address, or null where it cannot be decoded: Remix knows what to say of that. */
function paramsIn(path: string, pattern: RegExp, names: readonly string[]): Record<string, string> | null {
  const found = pattern.exec(path);
  try {
    return found && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]));
  } catch {
    return null;
  }
}

/** An address's first segment, by which most routes are ruled out at once. */
const placeOf = (path: string): string => path.split("/", 2)[1]?.toLowerCase() ?? "";

/** The addresses that files may be sent to: those of the routes whose action takes them. */
export function addressesOfFiles(build: ServerBuild): (path: string) => boolean {
  const routes = Object.values(build.routes).filter((route): route is Route => route !== undefined && route.id !== "root");
  const ways = routes.map((route) => ({ ...wayOf(route.path ?? ""), files: takesFiles((route.module as { action?: unknown }).action) })).sort((a, b) => b.rank - a.rank);
  return (path) => ways.find(({ pattern }) => pattern.test(pathOf(path)))?.files ?? false;
}

/** Single fetch asks for a page's data at its address and « .data », and for the home page's at « /_root.data ». */
const pathOf = (pathname: string): string => (pathname === "/_root.data" ? "/" : pathname.replace(/\.data$/, ""));

/** The root matches the home address by itself, so a browser that was not told of the home page would not ask for it. */
const isHome = (route: Route | undefined): boolean => route?.index === true && !route.path;

function onlyWith(build: ServerBuild, leaf: Route): ServerBuild {
  const pick = <T>(routes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => id === "root" || id === leaf.id || isHome(build.routes[id])));
  const { action, loader } = worksOf(leaf);
  const module = { ...leaf.module, ...(action && { action: unlessDone(action) }), ...(loader && isBare(leaf) && { loader: unlessDone(loader) }) } as Route["module"];
  return { ...build, routes: { ...pick(build.routes), [leaf.id]: { ...leaf, module } }, assets: { ...build.assets, routes: pick(build.assets.routes) } };
}

/** A route's address as a pattern, and how exact it is: a written segment before a named one, that before the rest. */
function wayOf(path: string): { pattern: RegExp; names: string[]; rank: number; place: string } {
  const segments = path.split("/").filter(Boolean);
  const parts = segments.map((segment) => (segment === "*" ? "(?:/.*)?" : segment.startsWith(":") ? "/([^/]+)" : `/${segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  const weights = segments.map((segment): number => (segment === "*" ? -2 : segment.startsWith(":") ? 3 : 10));
  const place = /^[:*]/.test(path) ? "" : placeOf(`/${path}`);
  return { pattern: new RegExp(`^${parts.join("")}/?$`, "i"), names: segments.filter((segment) => segment.startsWith(":")).map((segment) => segment.slice(1)), place, rank: weights.reduce((sum, weight) => sum + weight, 0) };
}
