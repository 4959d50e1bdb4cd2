import { weighUpload } from "~/features/diagnostic/trial.server";
import { asVisitor, onlyPosted } from "~/kit/guard.server";

export const loader = onlyPosted;

export const action = asVisitor("the diagnostic page, open to all, tries an upload that is counted and thrown away", async ({ form }) => weighUpload(form));
