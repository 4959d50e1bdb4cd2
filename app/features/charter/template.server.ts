import type { Matter } from "./model";
import { FIRST_PART } from "./template/first-part.server";
import { SECOND_PART } from "./template/second-part.server";

export type TemplateArticle = { title: string; body: string; matter?: Matter };

/** The first draft: fifteen articles in plain words, ready to be adapted. */
export const TEMPLATE: readonly TemplateArticle[] = [...FIRST_PART, ...SECOND_PART];

/** The annex: the whole on one page, for those who have one minute. It does not bind: the text does. */
export const TEMPLATE_SHORT = `**Pourquoi.** Nous accompagnons les mêmes enfants et les mêmes familles, chacune et chacun de notre place. Ici, nous apprenons ensemble, pour que nos services se parlent.

**Ce à quoi je m’engage**

- Je participe aux Moments d’échange autant que je le peux, et je préviens quand je ne viens pas.
- J’écoute sans juger. Je questionne les idées, jamais les personnes.
- Je partage ce que je sais et ce que je cherche, et je réponds quand je peux aider.
- Je prends un tour de responsable quand je le peux; refuser est toujours possible.

**Ce que je protège**

- Je ne dis et n’écris jamais rien qui permette de reconnaître un enfant ou une famille\u00a0: ni nom, ni initiales, ni photo, ni détail rare.
- Ce qui se dit ici reste ici.
- Si quelque chose m’échappe, je le signale aussitôt. Personne ne me le reprochera.
- Protéger un enfant passe avant tout\u00a0: rien ici n’empêche un signalement.

**Ce que fait mon organisation.** Elle libère du temps, prévoit le remplacement quand elle le peut, et ne se sert jamais de ce qui se dit ici pour évaluer quelqu’un.

**Comment nous décidons.** Par consentement\u00a0: j’adhère, j’ai une réserve, ou je m’oppose et je dis pourquoi. Chaque proposition reçoit une réponse.

**Quand ça ne va pas.** Nous nous parlons d’abord. Le comité écoute et aide ensuite. Je peux partir en tout temps; je garde alors pour moi ce que j’y ai entendu.`;
