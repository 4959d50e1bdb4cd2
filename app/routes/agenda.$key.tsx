import { asVisitor } from "~/kit/guard.server";
import { feedFile } from "~/features/calendar/feed.server";

export const loader = asVisitor("calendars read it without signing in; the key in the address is the right", ({ params }) => feedFile(params.key ?? ""));
