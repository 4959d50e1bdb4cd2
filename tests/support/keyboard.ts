import type { Locator, Page } from "playwright-core";

const MIN_OUTLINE = 2;

/**
 * What is wrong with the place the focus is at, for somebody who sees the
 * screen and uses the keyboard only: nothing focused, an outline thinner than
 * 2 px or without colour, outside the window, or covered by something else.
 */
export async function focusProblem(page: Page): Promise<string | undefined> {
  return page.evaluate((minimum) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement) return "nothing is focused";
    const name = `<${focused.localName}> « ${(focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 40)} »`;
    const isOutlined = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const transparent = /^(?:transparent|rgba\(.*, 0\))$/.test(outlineColor) || /\/ 0\)$/.test(outlineColor);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= minimum && !transparent;
    };
    // A text box may leave its outline to the sheet that it stands on with its tools.
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
    if (!around.some((element) => element && isOutlined(element))) {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      return `${name} has no visible outline (${outlineStyle} ${outlineWidth} ${outlineColor})`;
    }
    const [box] = focused.getClientRects();
    if (!box || box.width === 0 || box.height === 0) return `${name} has no place on the page`;
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return `${name} is outside the window`;
    const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]] as const;
    const seen = places.filter(([x, y]) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return hit !== null && (focused.contains(hit) || hit.contains(focused));
    });
    return seen.length >= 3 ? undefined : `${name} is covered`;
  }, MIN_OUTLINE);
}

/** @throws with a sentence when the focus cannot be seen. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const problem = await focusProblem(page);
  if (problem) throw new Error(`The focus cannot be seen: ${problem}.`);
}

/**
 * Presses Tab until the element has the focus, and requires that the focus can
 * be seen at every stop on the way.
 */
export async function tabTo(page: Page, target: Locator, { backwards = false, atMost = 200 } = {}): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < atMost; presses += 1) {
    if (await hasFocus(target)) return expectVisibleFocus(page);
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
    // Between the last element and the first, the focus passes through the browser's own bar.
    if (!(await isOnThePage(page))) continue;
    await expectVisibleFocus(page);
  }
  throw new Error(`The keyboard does not reach ${String(target)} within ${atMost} presses of Tab.`);
}

/** Goes to a button or a link by keyboard and presses Enter there. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field by keyboard and types into it in place of what it holds. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

function isOnThePage(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}
