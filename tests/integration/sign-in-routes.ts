import { asSignedIn } from "~/kit/guard.server";
import * as signIn from "~/routes/connexion._index";
import * as code from "~/routes/connexion.code";
import * as afterwards from "~/routes/connexion.suite";
import * as signOut from "~/routes/deconnexion";
import * as demo from "~/routes/demonstration";
import * as revoke from "~/routes/reglages.appareils.$publicId.revocation";
import * as devices from "~/routes/reglages.appareils._index";
import * as revokeOthers from "~/routes/reglages.appareils.autres";
import type { Routes } from "./sign-in-browser";

/** The real routes, and a poll, which is quiet. */
export const routes: Routes = {
  "/connexion": signIn,
  "/connexion/code": code,
  "/connexion/suite": afterwards,
  "/deconnexion": signOut,
  "/demonstration": demo,
  "/reglages/appareils": devices,
  "/reglages/appareils/autres": revokeOthers,
  "/reglages/appareils/:publicId/revocation": revoke,
  "/sonde": { loader: asSignedIn(async () => "en session", { quiet: true }) },
};
