import { redirect } from "@remix-run/node";
import { asVisitor, onlyPosted } from "~/kit/guard.server";
import { leave } from "~/features/sign-in/doors.server";

export const loader = onlyPosted;

export const action = asVisitor("pressing the button again, once out, is harmless", async ({ actor }) => redirect(await leave(actor), 303));
