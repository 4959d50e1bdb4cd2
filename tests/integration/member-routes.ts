import * as administration from "~/routes/administration._index";
import * as settings from "~/routes/administration.communaute";
import * as resendMail from "~/routes/administration.courriels.$id.renvoi";
import * as parkedMails from "~/routes/administration.courriels._index";
import * as resendMails from "~/routes/administration.courriels.renvoi";
import * as withdrawRole from "~/routes/administration.roles.retrait";
import * as roles from "~/routes/administration.roles._index";
import * as welcome from "~/routes/bienvenue";
import * as committee from "~/routes/comite._index";
import * as renewInvitation from "~/routes/comite.invitations.$id.renvoi";
import * as revokeInvitation from "~/routes/comite.invitations.$id.revocation";
import * as invitations from "~/routes/comite.invitations._index";
import * as endManager from "~/routes/comite.membres.$id.fin-gestion";
import * as nameManager from "~/routes/comite.membres.$id.gestion";
import * as person from "~/routes/comite.membres.$id._index";
import * as reinstate from "~/routes/comite.membres.$id.retour";
import * as remove from "~/routes/comite.membres.$id.retrait";
import * as people from "~/routes/comite.membres._index";
import * as renameOrganisation from "~/routes/comite.organisations.$id.nom";
import * as organisations from "~/routes/comite.organisations._index";
import * as privacy from "~/routes/confidentialite";
import * as signOut from "~/routes/deconnexion";
import * as setup from "~/routes/demarrage";
import * as join from "~/routes/inscription";
import * as invitation from "~/routes/invitation.$token";
import * as ownSettings from "~/routes/reglages._index";
import * as revokeDevice from "~/routes/reglages.appareils.$publicId.revocation";
import * as leave from "~/routes/reglages.depart";
import * as pause from "~/routes/reglages.pause";
import * as profile from "~/routes/reglages.profil";
import * as resume from "~/routes/reglages.reprise";
import type { Routes } from "./sign-in-browser";

/** The real routes of communities and their people. */
export const memberRoutes: Routes = {
  "/demarrage": setup,
  "/deconnexion": signOut,
  "/invitation/:token": invitation,
  "/inscription": join,
  "/bienvenue": welcome,
  "/confidentialite": privacy,
  "/comite": committee,
  "/comite/invitations": invitations,
  "/comite/invitations/:id/renvoi": renewInvitation,
  "/comite/invitations/:id/revocation": revokeInvitation,
  "/comite/organisations": organisations,
  "/comite/organisations/:id/nom": renameOrganisation,
  "/comite/membres": people,
  "/comite/membres/:id": person,
  "/comite/membres/:id/retrait": remove,
  "/comite/membres/:id/retour": reinstate,
  "/comite/membres/:id/gestion": nameManager,
  "/comite/membres/:id/fin-gestion": endManager,
  "/administration": administration,
  "/administration/communaute": settings,
  "/administration/courriels": parkedMails,
  "/administration/courriels/renvoi": resendMails,
  "/administration/courriels/:id/renvoi": resendMail,
  "/administration/roles": roles,
  "/administration/roles/retrait": withdrawRole,
  "/reglages": ownSettings,
  "/reglages/appareils/:publicId/revocation": revokeDevice,
  "/reglages/profil": profile,
  "/reglages/pause": pause,
  "/reglages/reprise": resume,
  "/reglages/depart": leave,
};
