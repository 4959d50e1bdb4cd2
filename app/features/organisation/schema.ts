import { z } from "zod";
import { line } from "~/kit/fields";

export const ORGANISATION_NAME_MAX = 120;

export const organisationInput = z.object({ name: line(ORGANISATION_NAME_MAX, "Écrivez le nom de l’organisation.") });
