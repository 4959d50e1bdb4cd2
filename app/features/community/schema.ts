import { z } from "zod";
import { emailAddress, line, mustTick, notSpeech, rowId, ticked } from "~/kit/fields";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { TIME_ZONES } from "./model";

const community = {
  community: line(120, "Écrivez le nom de la communauté."),
  territory: line(120, "Écrivez le territoire."),
  timeZone: z.enum(TIME_ZONES, { error: "Choisissez un fuseau de la liste." }),
  officerName: line(120, "Écrivez le nom de la personne responsable."),
  officerTitle: line(120, "Écrivez son titre."),
  officerContact: notSpeech("published by law", line(200, "Écrivez comment la joindre\u00a0: un courriel ou un téléphone.")),
};

/** The form of the first start. */
export const setupInput = z.object({
  ...community,
  setupKey: notSpeech("the key of the first start", z.string()),
  organisation: line(120, "Écrivez le nom de l’organisation qui répond de la communauté."),
  name: line(120, "Écrivez votre nom."),
  title: line(120, "Écrivez votre titre."),
  email: emailAddress(),
  committee: ticked(),
  notice: mustTick("Cochez la case pour continuer."),
  noticeVersion: z.literal(PRIVACY_NOTICE_VERSION, { error: "L’avis a changé. Relisez-le, puis cochez la case." }),
});

export type SetupInput = z.infer<typeof setupInput>;

/** The form of the community's settings. */
export const settingsInput = z.object({ ...community, organisation: rowId("Choisissez une organisation de la liste.") });

export type SettingsInput = z.infer<typeof settingsInput>;
