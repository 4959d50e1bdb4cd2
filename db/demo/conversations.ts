import type { DemoConversation } from "./conversation";
import { BIRTHS } from "./conversations/births";
import { COMMUNITY_LIFE } from "./conversations/community";
import { CULTURES } from "./conversations/cultures";
import { EVERYDAY } from "./conversations/everyday";
import { KINDERGARTEN } from "./conversations/kindergarten";
import { LANGUAGE } from "./conversations/language";
import { MEETINGS } from "./conversations/meetings";
import { REFERRALS } from "./conversations/referrals";
import { TEAMS } from "./conversations/teams";

export { typographic, type DemoConversation, type DemoMessage } from "./conversation";

/** The forty threads of the demo. */
export const CONVERSATIONS: DemoConversation[] = [
  ...COMMUNITY_LIFE,
  ...LANGUAGE,
  ...KINDERGARTEN,
  ...REFERRALS,
  ...EVERYDAY,
  ...BIRTHS,
  ...CULTURES,
  ...TEAMS,
  ...MEETINGS,
];
