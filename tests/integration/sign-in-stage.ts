import { afterAll, beforeAll, beforeEach } from "vitest";
import { setClock } from "~/kit/clock.server";
import { newFormKey } from "~/kit/form-key.server";
import { forgetLimits } from "~/kit/limits.server";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import { findSignedIn } from "~/kit/session.server";
import { setShortestAnswer } from "~/features/sign-in/doors.server";
import { TestBrowser, type Routes } from "./sign-in-browser";
import { routes } from "./sign-in-routes";
import { addPerson, codeIn, openWorld, type World } from "./sign-in-world";

export type Newcomer = { email: string; id: number };
type SignIn = { fields?: Record<string, string>; userAgent?: string };

/** A world for one test file, and what people do in it. */
export class Stage {
  #world: World | undefined;
  #people = 0;

  constructor(private readonly extra: Routes) {}

  get world(): World {
    if (!this.#world) throw new Error("The world is not open yet.");
    return this.#world;
  }

  async open(): Promise<void> {
    this.#world = await openWorld();
    setShortestAnswer(0);
  }

  async reset(): Promise<void> {
    setClock(() => new Date());
    forgetLimits();
    await this.world.sql`delete from outbox_mails`;
    this.world.relay.mails.length = 0;
    this.world.relay.refuseWith = null;
  }

  browser(settings = this.world.settings): TestBrowser {
    return new TestBrowser(settings, { ...routes, ...this.extra });
  }

  /** Someone new, so that no test counts another's codes. */
  async someone(person: Omit<Parameters<typeof addPerson>[1], "email"> = {}): Promise<Newcomer> {
    const email = `personne${(this.#people += 1)}@pommier.exemple.test`;
    return { email, id: await addPerson(this.world.sql, { email, ...person }) };
  }

  /** Asks for a code in a browser, and reads it in the mail. */
  async codeFor(where: TestBrowser, email: string, fields: Record<string, string> = {}): Promise<string> {
    await where.post("/connexion", { courriel: email, ...fields });
    await this.world.deliver();
    return codeIn(this.world.relay.mails.at(-1));
  }

  async signedIn(email: string, { fields, userAgent }: SignIn = {}): Promise<TestBrowser> {
    const where = this.browser();
    if (userAgent) where.userAgent = userAgent;
    await where.post("/connexion/code", { code: await this.codeFor(where, email, fields) });
    return where;
  }
}

/** Opens a world before the tests of a file, and starts each of them afresh. */
export function useStage(extra: Routes = {}): Stage {
  const stage = new Stage(extra);
  beforeAll(() => stage.open());
  afterAll(() => stage.world.close());
  beforeEach(() => stage.reset());
  return stage;
}

/** Moves the clock that far from now; it goes on from there. */
export function later(milliseconds: number): void {
  const begun = Date.now();
  setClock(() => new Date(begun + milliseconds + (Date.now() - begun)));
}

export const hasSession = async (where: TestBrowser): Promise<boolean> => (await where.get("/sonde")).status === 200;

/** The hidden key that a page makes for whoever is signed in there. */
export async function keyOf(where: TestBrowser): Promise<string> {
  const found = await withContext({ cookies: [] } as unknown as RequestContext, () => findSignedIn(where.cookieHeader));
  if (!found) throw new Error("Nobody is signed in there.");
  return `${newFormKey(found.actor)}.essai`;
}
