import { redirect } from "@remix-run/node";
import { asVisitor, onlyPosted } from "~/kit/guard.server";
import { enterAsPersona } from "~/features/sign-in/doors.server";

export const loader = onlyPosted;

export const action = asVisitor("the demo's people are entered without a code, and exist with the demo only", async (posted) => redirect(await enterAsPersona(posted), 303));
