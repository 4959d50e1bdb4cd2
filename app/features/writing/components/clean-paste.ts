/**
 * What someone copied from Word, Outlook or Google Docs, as the HTML that their text means. It is
 * read in a document that shows nothing and runs nothing; the editor then keeps what it knows.
 */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  dropComments(body);
  for (const element of body.querySelectorAll("style, script, meta, link, title, xml, iframe, object, embed, template, svg, math, img, video, audio, form, input, button, select, textarea")) element.remove();
  for (const element of [...body.querySelectorAll("*")]) if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  makeLists(body);
  for (const element of [...body.querySelectorAll<HTMLElement>("b, strong, i, em, span, a, p, font")]) mean(element);
  for (const element of body.querySelectorAll("*")) strip(element);
  return body.innerHTML;
}

/** The page's policy also judges the styles and the base of a document that nobody sees: they are read as plain attributes and elements. */
const withoutStyles = (html: string): string =>
  html.replace(/<base(?=[\s/>])/gi, "<span").replace(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])style(?=\s*=)/gi, "$1data-style"));

function dropComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
    else dropComments(child);
  }
}

const styleOf = (element: Element): string => element.getAttribute("data-style") ?? "";
const LEVEL = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const NUMBERED = /^\s*\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i;

/** Word writes a list as paragraphs, each with its sign as text and its level as a style. */
function makeLists(body: HTMLElement): void {
  let stack: { list: HTMLElement; level: number }[] = [];
  let last: Element | null = null;
  for (const line of [...body.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")]) {
    const [, , depth] = LEVEL.exec(styleOf(line)) ?? [];
    if (!depth) continue;
    const sign = signOf(line);
    if (last === null || nextElement(last) !== line) stack = [];
    const level = Math.min(Number(depth), 9);
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) > level) stack.pop();
    if ((stack.at(-1)?.level ?? 0) < level) {
      const list = body.ownerDocument.createElement(NUMBERED.test(sign) ? "ol" : "ul");
      const above = stack.at(-1)?.list.lastElementChild;
      if (above) above.append(list);
      else line.before(list);
      stack.push({ list, level });
    }
    const item = body.ownerDocument.createElement("li");
    stack.at(-1)?.list.append(item);
    item.append(line);
    last = stack[0]?.list ?? null;
  }
}

function nextElement(element: Element): Element | null {
  const next = element.nextSibling;
  return next?.nodeType === Node.TEXT_NODE && !next.textContent?.trim() ? element.nextElementSibling : next instanceof Element ? next : null;
}

/** Takes out the sign of a line of a list: « · », « 1. »; the editor writes its own. */
function signOf(line: HTMLElement): string {
  const sign = [...line.querySelectorAll<HTMLElement>("span")].find((span) => /mso-list:\s*Ignore/i.test(styleOf(span)));
  const text = sign?.textContent ?? "";
  sign?.remove();
  return text;
}

/** Styles that mean something become what they mean; marks that a style denies are none. */
function mean(element: HTMLElement): void {
  const style = styleOf(element);
  const bold = /(?:^|[;\s])font-weight:\s*(?:bold|[6-9]00)/i.test(style);
  const light = /(?:^|[;\s])font-weight:\s*(?:normal|[1-5]00)/i.test(style);
  const italic = /(?:^|[;\s])font-style:\s*italic/i.test(style);
  if (/^(?:B|STRONG)$/.test(element.tagName) && light) return void element.replaceWith(...element.childNodes);
  if (!/^(?:SPAN|FONT|P|A)$/.test(element.tagName) || element.classList.contains("mention")) return;
  for (const [wanted, name] of [[bold, "strong"], [italic, "em"]] as const) {
    if (!wanted) continue;
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
  if (element.tagName === "FONT") element.replaceWith(...element.childNodes);
}

const KEPT = ["href", "start"];

function strip(element: Element): void {
  const mention = element.classList.contains("mention");
  for (const { name } of [...element.attributes]) if (!KEPT.includes(name) && !(mention && /^(?:class|data-kind|data-id)$/.test(name))) element.removeAttribute(name);
}
