import { z } from "zod";
import { line, optionalLine } from "~/kit/fields";

export const guestInput = z.object({ nom: line(120, "Écrivez son nom."), organisation: optionalLine(120) });
