/** An absolute http, https or mailto address in its canonical form, so that what is shown to the browser is what was checked. */
export function safeUrl(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)./iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // « https://bank.example@evil.example » shows one host and opens another.
  if (url.username !== "" || url.password !== "") return undefined;
  return url.href;
}
