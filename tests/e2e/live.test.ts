import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
import { boxText, chip, live, messageWith, reply, replyBox, richBox, startThread } from "./steps";

const stage = useStage({ demo: true });

/** Lines long enough that a thread of a few scrolls. */
const LONG = "Une phrase qui prend de la place dans la page.\n\n".repeat(40);

/** Where the reading stands: what moves under somebody's eyes shows here. */
const whereabouts = (page: Page) =>
  page.evaluate(() => ({
    scroll: Math.round(scrollY),
    box: Math.round(document.activeElement?.getBoundingClientRect().top ?? 0),
    focus: document.activeElement?.id,
    caret: getSelection()?.anchorOffset,
    loads: performance.getEntriesByType("navigation").length,
    marked: document.documentElement.dataset.marked,
  }));

/** A reload would lose this. */
const markPage = (page: Page) => page.evaluate(() => void (document.documentElement.dataset.marked = "yes"));

describe("a message in another browser", () => {
  it("appears under the eyes of somebody who writes, without moving their box, their caret or their page", async () => {
    const [nadege, emilie] = [await stage.enter("nadege"), await stage.enter("emilie")];
    const thread = await startThread(nadege.page, "Une collation qui plaît", LONG);
    await visit(emilie.page, thread);
    await live(emilie.page);
    await live(nadege.page);
    await markPage(emilie.page);
    await replyBox(emilie.page).fill("Chez nous, les bananes");
    await richBox(emilie.page).waitFor();
    await richBox(emilie.page).press("ArrowLeft");
    const before = await whereabouts(emilie.page);

    await reply(nadege.page, "Les morceaux de poire partent en premier.");
    await messageWith(emilie.page, "Les morceaux de poire").waitFor();
    const after = await whereabouts(emilie.page);
    expect(after).toEqual({ ...before, scroll: after.scroll, box: after.box });
    // The list grew above the box: the page scrolled by as much, to the pixel that scrolling knows, so that the box stayed.
    expect(Math.abs(after.box - before.box)).toBeLessThanOrEqual(1);
    expect(after.scroll).toBeGreaterThan(before.scroll);
    expect(await boxText(emilie.page)).toBe("Chez nous, les bananes");
    await emilie.page.getByRole("status").filter({ hasText: "Nadège Saint-Fleur a répondu." }).waitFor({ state: "attached" });
  });

  it("leaves somebody who reads at the top where they are, and tells them", async () => {
    const [nadege, emilie] = [await stage.enter("nadege"), await stage.enter("emilie")];
    const thread = await startThread(nadege.page, "Le coin lecture", LONG);
    await visit(emilie.page, `${thread}?depuis=1`);
    await live(emilie.page);
    await emilie.page.evaluate(() => scrollTo(0, 0));
    await markPage(emilie.page);
    const before = await whereabouts(emilie.page);

    await reply(nadege.page, "Nous l’avons mis près de la fenêtre.");
    await emilie.page.getByText("1 nouvelle réponse").waitFor();
    expect(await whereabouts(emilie.page)).toEqual(before);
    await emilie.page.getByRole("button", { name: "Afficher" }).focus();
    await emilie.page.keyboard.press("Enter");
    expect(await messageWith(emilie.page, "près de la fenêtre").isVisible()).toBe(true);
  });

  it.each([
    ["are refused", false],
    ["are accepted and never answer", "silent"],
  ] as const)("comes within 10 s where WebSockets %s", async (_, webSockets) => {
    const [nadege, emilie] = [await stage.enter("nadege"), await stage.enter("emilie", { webSockets })];
    const thread = await startThread(nadege.page, "Les bottes du matin", "Qui a un truc?");
    await visit(emilie.page, thread);
    await live(emilie.page);
    await reply(nadege.page, "Une chaise basse, et du temps.");
    await messageWith(emilie.page, "Une chaise basse").waitFor({ timeout: 10_000 });
  });

  it("comes by plain requests where no socket passes at all, and the chip says so", async () => {
    const [nadege, emilie] = [await stage.enter("nadege"), await stage.enter("emilie")];
    emilie.provoke(/\/socket\.io\//);
    await emilie.context.route("**/socket.io/**", (route) => route.abort());
    const thread = await startThread(nadege.page, "La liste d’épicerie", "On la partage?");
    await visit(emilie.page, thread);
    await chip(emilie.page).filter({ hasText: "Mise à jour aux 30 s" }).waitFor();
    await reply(nadege.page, "Oui, la voici.");
    await messageWith(emilie.page, "Oui, la voici.").waitFor({ timeout: 35_000 });
  });

  it("is fetched before the chip says live again, after the line was lost", async () => {
    const [nadege, emilie] = [await stage.enter("nadege"), await stage.enter("emilie")];
    emilie.provoke(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
    const thread = await startThread(nadege.page, "Le chemin de l’école", "Par où passez-vous?");
    await visit(emilie.page, thread);
    await live(emilie.page);

    await emilie.context.setOffline(true);
    await chip(emilie.page).filter({ hasText: "Hors ligne" }).waitFor();
    await reply(nadege.page, "Par le parc, quand il fait beau.");
    const first = emilie.page.evaluate(
      () =>
        new Promise<{ missing: boolean }>((told) => {
          const look = () => {
            if (!document.querySelector('[data-state="live"]')) return;
            watcher.disconnect();
            told({ missing: !document.body.innerText.includes("Par le parc") });
          };
          const watcher = new MutationObserver(look);
          watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }),
    );
    await emilie.context.setOffline(false);
    expect(await first).toEqual({ missing: false });
    await live(emilie.page);
  });
});
