import { z } from "zod";
import { rowId } from "~/kit/fields";

const roleField = z.enum(["committee", "administrator"], { error: "Choisissez un rôle." });

export const roleInput = z.object({ member: rowId("Choisissez une personne."), role: roleField });

export const managerInput = z.object({ organisation: rowId("Choisissez une organisation.") });
