import { chromium } from "playwright-core";
import { packagedChromium, systemChromium } from "./tests/support/chromium";
const [base, persona, outdir, ...paths] = process.argv.slice(2);
const found = systemChromium() ?? await packagedChromium();
const browser = await chromium.launch({ executablePath: found.executablePath, env: found.env, args: ["--no-sandbox","--headless","--disable-gpu"] });
for (const [w,h] of [[1280,900],[320,700]] as const) for (const theme of ["light","dark"] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: theme, locale: "fr-CA" });
  const page = await ctx.newPage();
  if (persona !== "-") {
    await page.goto(base + "/connexion");
    await page.locator(`button[value="${persona}"]`).first().click();
    await page.waitForLoadState("networkidle");
  }
  for (const p of paths) {
    await page.goto(base + p); await page.waitForLoadState("load"); await page.waitForTimeout(400);
    const name = `${outdir}/${(p.replace(/[^a-z0-9]+/gi,"_")||"home")}-${w}-${theme}.png`;
    await page.screenshot({ path: name, fullPage: false });
    console.log(name, await page.evaluate(() => document.documentElement.scrollWidth > innerWidth ? "SCROLLS" : ""));
  }
  await ctx.close();
}
await browser.close();
