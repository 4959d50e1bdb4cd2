import { loadSecret } from "~/kit/secrets.server";
import { fewerKey } from "~/features/notification/key.server";
import { fewerPath } from "~/features/notification/model";
import { SECRET } from "../support/app-process";
import { leadFrom, type ListedPage } from "./pages";
import { invite } from "./steps";

const NOT_FOUND = /console: Failed to load resource: the server responded with a status of 404/;

/** Every page of the application, by the address of its route: who looks at it, and where. */
export const LISTED: Record<string, ListedPage> = {
  "/": { as: "nadege" },
  "/*": { as: "nadege", at: "/nulle-part", provokes: [NOT_FOUND] },
  "/administration": { as: "bernard" },
  "/administration/communaute": { as: "bernard" },
  "/administration/courriels": { as: "bernard" },
  "/administration/roles": { as: "bernard" },
  "/administration/roles/retrait": { as: "bernard" },
  "/bienvenue": { as: "nadege" },
  "/comite": { as: "audrey" },
  "/comite/invitations": { as: "audrey" },
  "/comite/invitations/:id/revocation": { as: "audrey", at: (page) => leadFrom(page, "/comite/invitations", /^\/comite\/invitations\/\d+\/revocation/) },
  "/comite/membres": { as: "audrey" },
  "/comite/membres/:id": { as: "audrey", at: (page) => leadFrom(page, "/comite/membres", /^\/comite\/membres\/\d+$/) },
  "/comite/membres/:id/retrait": { as: "audrey", at: async (page) => `${await leadFrom(page, "/comite/membres", /^\/comite\/membres\/\d+$/)}/retrait` },
  "/comite/organisations": { as: "audrey" },
  "/comite/organisations/:id/nom": { as: "audrey", at: (page) => leadFrom(page, "/comite/organisations", /^\/comite\/organisations\/\d+\/nom/) },
  "/confidentialite": { as: null },
  "/connexion": { as: null },
  "/connexion/code": { as: null },
  "/connexion/suite": { as: "nadege" },
  // Before there is a community, first-day.test.ts looks at it.
  "/courriels/:key": {
    as: null,
    at: async (_page, stage) => {
      loadSecret(SECRET, stage.app.dataDir);
      return fewerPath(fewerKey(1, "mention"));
    },
  },
  "/demarrage": { as: null, provokes: [NOT_FOUND] },
  "/diagnostic": { as: null },
  "/inscription": { as: "roxanne" },
  "/interface": { as: null },
  "/invitation/:token": {
    as: "audrey",
    at: async (page, stage) => {
      await invite(page, "nouvelle.venue@exemple.test");
      return stage.mailbox.invitation("nouvelle.venue@exemple.test");
    },
  },
  "/apercu": { as: "nadege" },
  "/brouillons": { as: "nadege" },
  "/discussions": { as: "nadege" },
  "/discussions/:id": { as: "nadege", at: (page) => leadFrom(page, "/discussions", /^\/discussions\/\d+/) },
  "/discussions/:id/messages/:message": { as: "nadege", at: (page) => leadFrom(page, "/discussions/1", /^\/discussions\/\d+\/messages\/\d+$/) },
  // The first discussion of the demo was begun by this person.
  "/discussions/:id/messages/:message/modification": { as: "audrey", at: async (page) => `${await leadFrom(page, "/discussions/1", /^\/discussions\/\d+\/messages\/\d+$/)}/modification` },
  "/discussions/nouvelle": { as: "nadege" },
  "/notifications": { as: "nadege" },
  "/reglages": { as: "nadege" },
  "/reglages/appareils": { as: "nadege" },
  "/reglages/depart": { as: "nadege" },
  "/reglages/notifications": { as: "nadege" },
  "/reglages/pause": { as: "nadege" },
  "/reglages/profil": { as: "nadege" },
  "/signets": { as: "nadege" },
};
