import { z } from "zod";

/** A form whose button says it all. */
export const resendInput = z.object({});
