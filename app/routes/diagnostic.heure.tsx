import { serverTime } from "~/features/diagnostic/trial.server";
import { asVisitor } from "~/kit/guard.server";

export const loader = asVisitor("the diagnostic page, open to all, compares clocks with it", async () => serverTime());
