/** Texts that would run, load or lead elsewhere, were they taken for markup. */
export const SCRIPTS = [
  "<script>alert(1)</script>", "<SCRIPT SRC=//x.example/a.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<script/xss src=data:,alert(1)>", "<<SCRIPT>alert(1);//<</SCRIPT>", "<script\n>alert(1)</script\n>", "</script><script>alert(1)</script>",
  "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<script>\n\nalert(1)\n\n</script>", "<script type=module>import'//x'</script>",
];
export const ELEMENTS = [
  "<img src=x onerror=alert(1)>", "<img src=\"x` `<script>alert(1)</script>\"` `>", "<img/src=`x`onerror=alert(1)>", "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
  "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=data:text/html,x>", "<embed src=x.swf>",
  "<form action=javascript:alert(1)><button>ok</button></form>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
  "<textarea autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>",
  "<marquee onstart=alert(1)>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=//x.example/>", "<link rel=stylesheet href=//x.example/a.css>",
  "<style>@import'//x.example/a.css';</style>", "<div style=background:url(javascript:alert(1))>", "<p class=x id=y data-a=b style=color:red>texte</p>",
  "<a href=javascript:alert(1)>x</a>", "<a href=\"https://x.example\" onclick=alert(1)>x</a>", "<a id=forms name=forms>x</a>", "<table background=javascript:alert(1)>",
  "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
  "<svg><set attributeName=href to=javascript:alert(1)>", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<svg><foreignObject><iframe src=javascript:alert(1)></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<math href=javascript:alert(1)>x</math>", "<math><annotation-xml encoding=text/html><script>alert(1)</script>",
  "<template><script>alert(1)</script></template>", "<portal src=javascript:alert(1)>", "<dialog open onclose=alert(1)>", "<x onclick=alert(1)>", "<custom-element onfocus=alert(1) tabindex=0>",
  "<!-- <script>alert(1)</script> -->", "<!--><script>alert(1)</script>-->", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml-stylesheet href=javascript:alert(1)?>", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;", "<plaintext>", "<xmp><script>alert(1)</script></xmp>",
  "<title></title><script>alert(1)</script>", "<frameset onload=alert(1)>", "<isindex action=javascript:alert(1)>", "<keygen autofocus onfocus=alert(1)>", "<p/onclick=alert(1)>",
];
const ADDRESSES = [
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#x09;script:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
  "&#x6A&#x61;vascript:alert(1)", "&#0000106avascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
  " javascript:alert(1)", "\u0001javascript:alert(1)", "\u00a0javascript:alert(1)", "\u200bjavascript:alert(1)", "\ufeffjavascript:alert(1)", "javascript\u0000:alert(1)",
  "javascript://x.example/%0aalert(1)", "javascript:/*--></title></style></textarea></script><svg/onload=alert(1)>*/", "jav\\ascript:alert(1)", "java%0ascript:alert(1)",
  "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "DATA:image/svg+xml,<svg onload=alert(1)>", "data&colon;text/html,x",
  "vbscript:msgbox(1)", "VBScript:msgbox(1)", "livescript:alert(1)", "file:///etc/passwd", "blob:https://x.example/1", "about:blank", "view-source:https://x.example",
  "ms-word:ofe|u|https://x.example", "intent://x.example#Intent;end", "tel:+1", "sms:+1", "ftp://x.example", "ws://x.example", "//x.example", "///x.example", "\\\\x.example", "https:x.example",
  "/reglages", "?q=1", "#haut", "https://user:pass@x.example", "https://x.example@y.example", "https://x.example\" onclick=\"alert(1)", "https://x.example'onclick='alert(1)",
  "https://x.example/<script>", "https://x.example/%22%3E%3Cscript%3E", "https://x.example/\u202egpj.exe", "https://x\u3002example", "https://\u24d4xample.org", "http://[::1]:80/", "http://[", "https://%",
  "https://x.example/`onclick=alert(1)`", "https://x.example/\\\"onclick=alert(1)", "mailto:x@x.example?subject=<script>", "mailto:\"><script>alert(1)</script>", "mailto:x@x.example\" onclick=\"x",
];
const SHELLS: ((address: string) => string)[] = [
  (address) => `[x](${address})`, (address) => `[x](<${address}>)`, (address) => `<${address}>`, (address) => `![x](${address} "onload=alert(1)")`, (address) => `texte ${address} texte`,
];
const MARKDOWN = [
  "[x](https://x.example \"\\\" onclick=alert(1)\")", "[x](https://x.example 'a\" onclick=\"b')", "[**x](https://x.example)**", "[a[b](https://b.example)](javascript:alert(1))",
  "[![x](javascript:alert(1))](javascript:alert(1))", "![![x](a)](https://x.example)", "[<img src=x onerror=alert(1)>](https://x.example)", "![<img src=x onerror=alert(1)>](https://x.example/a.png)",
  "[x]: javascript:alert(1)\n\n[x]", "[x][y]\n\n[y]: data:text/html,x", "[^1]\n\n[^1]: <script>", "```html\n<script>alert(1)</script>\n```", "```\"onclick=alert(1)\nx\n```", "`<script>alert(1)</script>`",
  "``` <script>\nx", "~~~ js onload=alert(1) {class=x #id}\nx\n~~~", "# <script>alert(1)</script> {#id .class onclick=x}", "> <script>alert(1)</script>\n> - <img src=x onerror=alert(1)>",
  "- [ ] <input type=checkbox onclick=alert(1)>", "1. <b onmouseover=alert(1)>x</b>", "| a | b |\n|---|---|\n| <script> | x |", "~~<script>~~", "<https://x.example/\"onclick=alert(1)>",
  "<x@x.example\"onclick=alert(1)>", "https://x.example/\"onclick=\"alert(1)", "https://x.example/<script>alert(1)</script>", "http://a&quot;onclick=alert(1)", "**<script>*alert(1)*</script>**",
  "\\<script>alert(1)\\</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&amp;lt;script&amp;gt;", "&NotAnEntity;&#xFFFFFFFF;&#0;", "\ufeff<script>",
  "＜script＞alert(1)＜/script＞", "<\u0000script>alert(1)</script>", "<scr\u00adipt>", "\u202e<script>\u202c", "<ſcript>alert(1)</ſcript>", "\ud800<script>", "a\u2028<script>\u2029", "%3Cscript%3E",
  "+ADw-script+AD4-", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= alert(1) %>", "';alert(1)//", "\"><script>alert(1)</script>", "--><script>alert(1)</script>",
  "]]><script>alert(1)</script>", "`\"'><img src=x onerror=alert(1)>", "<a\u00a0href=javascript:alert(1)>", "<a/href=javascript&colon;alert(1)>x", "x\n===\n<svg/onload=alert(1)>", "    <script>alert(1)</script>",
  "\t<script>", "<div>\n\n[x](javascript:alert(1))\n\n</div>", "<!-- [x](javascript:alert(1)) -->", "[x](<javascript:alert(1)\n>)", "[x](\njavascript:alert(1))", "[java\nscript](java\nscript:alert(1))",
];
export const HOSTILE = [
  ...SCRIPTS, ...ELEMENTS, ...MARKDOWN,
  ...ADDRESSES.flatMap((address, index) => [0, 1, 2].map((turn) => SHELLS[(index + turn) % SHELLS.length]?.(address) ?? "")),
  ...SCRIPTS.map((script) => `> - **${script}**`), ...ELEMENTS.map((element) => `[${element}](https://x.example/)\n${element}`),
];
