/** Names are looked for in this order: later browsers claim to be the earlier ones too. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/\bTrident\/|\bMSIE\b/, "Internet Explorer"],
];

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

const firstOf = (table: typeof BROWSERS, userAgent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(userAgent))?.[1];

/**
 * Chromium stops for seconds to empty its cache on demand (crbug.com/40233601).
 * Decision 0008 says why it need not.
 */
export const isSlowToEmptyItsCache = (userAgent: string): boolean => /Chrom(?:e|ium)\/\d/.test(userAgent);

/** « Firefox sur Windows »: enough for its owner to recognise a browser, and nothing more is kept. */
export function describeBrowser(userAgent: string): string {
  const browser = firstOf(BROWSERS, userAgent) ?? "Navigateur inconnu";
  const system = firstOf(SYSTEMS, userAgent);
  return system ? `${browser} sur ${system}` : browser;
}
