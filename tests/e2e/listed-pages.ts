import { loadSecret } from "~/kit/secrets.server";
import { fewerKey } from "~/features/notification/key.server";
import { fewerPath } from "~/features/notification/model";
import type { Page } from "playwright-core";
import { SECRET } from "../support/app-process";
import { leadFrom, type ListedPage } from "./pages";
import type { Stage } from "./stage";
import { invite } from "./steps";

const NOT_FOUND = /console: Failed to load resource: the server responded with a status of 404/;

/** The meeting of the demo that is to come, first in the list. */
const comingMeeting = (page: Page): Promise<string> => leadFrom(page, "/moments", /^\/moments\/\d+$/);
const plannedMeeting = async (page: Page): Promise<string> => `/comite${await comingMeeting(page)}`;
const plannedSitting = (act: string) => async (page: Page): Promise<string> =>
  `${await leadFrom(page, await plannedMeeting(page), /^\/comite\/moments\/\d+\/rencontres\/\d+(?=$|\/)/)}${act}`;
/** The demo's meeting whose minutes are open to correction: the latest that was held. */
const heldMeeting = (act: string) => async (page: Page): Promise<string> => {
  await page.goto("/moments");
  return `${(await page.getByRole("link", { name: "Jouer dehors, toute l’année" }).first().getAttribute("href")) ?? ""}${act}`;
};
const heldSitting = (act: string) => async (page: Page): Promise<string> => (await leadFrom(page, await heldMeeting("")(page), /^\/moments\/\d+\/rencontres\/\d+\/presences$/)).replace(/presences$/, act);
const waitingCorrection = (act: string) => async (page: Page): Promise<string> =>
  `${await leadFrom(page, await heldMeeting("/compte-rendu")(page), /^\/moments\/\d+\/compte-rendu\/corrections\/\d+$/)}${act}`;
const draftMeeting = (act: string) => async (page: Page): Promise<string> => {
  await page.goto("/comite/moments");
  return `${(await page.getByRole("listitem").filter({ hasText: "Ébauche" }).getByRole("link").first().getAttribute("href")) ?? ""}${act}`;
};
/** An article of the charter of which something is said, and what is proposed of it. */
const saidArticle = (act: string) => async (page: Page): Promise<string> => {
  await page.goto("/charte/redaction");
  return `${(await page.getByRole("listitem").filter({ hasText: /proposition/ }).getByRole("link").first().getAttribute("href")) ?? ""}${act}`;
};
const firstProposal = (act: string) => async (page: Page): Promise<string> => `${await leadFrom(page, await saidArticle("")(page), /^\/charte\/propositions\/\d+$/)}${act}`;
const reviewOf = (act: string) => async (page: Page): Promise<string> => `${await leadFrom(page, "/charte/gestionnaires", /^\/charte\/gestionnaires\/\d+$/)}${act}`;
/** The topic of the demo that waits first. */
const waitingTopic = (before: string, act: string) => async (page: Page): Promise<string> => {
  await page.goto("/sujets");
  return `${before}${(await page.locator("section[aria-labelledby=attente]").getByRole("link").first().getAttribute("href")) ?? ""}${act}`;
};
const monthOfNext = async (page: Page): Promise<string> => {
  await page.goto(await comingMeeting(page));
  return `/moments/mois/${((await page.locator("time").first().getAttribute("datetime")) ?? "").slice(0, 7)}`;
};

/** The desk of the date that the demo seeks: one meeting has it, found by its address for members. */
const datePollDesk = (act: string) => async (page: Page): Promise<string> => {
  await page.goto("/comite/moments");
  const drafts = page.getByRole("listitem").filter({ hasText: "Accompagner un enfant en deuil" }).getByRole("link").first();
  return `${await leadFrom(page, `${(await drafts.getAttribute("href")) ?? ""}/dates`, /^\/comite\/moments\/\d+\/dates\/\d+$/)}${act}`;
};
/** The link of the demo's guest, which the committee hands over. */
const guestLink = async (_page: Page, stage: Stage): Promise<string> => {
  const { page } = await stage.enter("audrey");
  await page.goto(await datePollDesk("/personnes")(page));
  return new URL(await page.getByLabel("Son lien, à lui envoyer").inputValue()).pathname;
};

/** The demo's survey that is open, and the one that is still a draft. */
const openSurvey = (page: Page): Promise<string> => leadFrom(page, "/sondages", /^\/sondages\/\d+$/);
const closedSurvey = (page: Page): Promise<string> => leadFrom(page, "/sondages", /^\/sondages\/\d+\/resultats$/);
const draftSurvey = (act: string) => async (page: Page): Promise<string> => {
  await page.goto("/comite/sondages");
  return `${(await page.getByRole("listitem").filter({ hasText: "Ébauche" }).getByRole("link").first().getAttribute("href")) ?? ""}${act}`;
};
const draftQuestion = async (page: Page): Promise<string> => leadFrom(page, await draftSurvey("")(page), /^\/comite\/sondages\/\d+\/questions\/\d+$/);
/** The kit of the sitting that the demo's responsable holds a role in. */
const ownKit = (act: string) => async (page: Page): Promise<string> => `${await leadFrom(page, await comingMeeting(page), /^\/moments\/\d+\/trousse\/\d+$/)}${act}`;
let replyPage = "";
/** Changes one's answer to a sitting that has room, so that a mail comes of it. */
const answerYes = async (page: Page): Promise<void> => {
  await page.goto(await comingMeeting(page));
  const item = page.getByRole("listitem").filter({ hasText: "Val-des-Grives" });
  // Looked at twice, it was answered the first time.
  if (!(await item.getByText("Vous y participez").isVisible())) await item.getByRole("button", { name: /^(Je participe|Changer pour cette rencontre)/ }).click();
  await item.getByText("Vous y participez").waitFor();
};

/** An archive that is being brought over. */
const broughtArchive = (act: string) => async (page: Page): Promise<string> => `${await leadFrom(page, "/archive/apports", /^\/archive\/apports\/\d+$/)}${act}`;

/** Every page of the application, by the address of its route: who looks at it, and where. */
export const LISTED: Record<string, ListedPage> = {
  "/": { as: "nadege" },
  "/*": { as: "nadege", at: "/nulle-part", provokes: [NOT_FOUND] },
  "/administration": { as: "bernard" },
  "/administration/communaute": { as: "bernard" },
  "/administration/courriels": { as: "bernard" },
  "/administration/roles": { as: "bernard" },
  "/administration/roles/retrait": { as: "bernard" },
  "/archive": { as: "nadege" },
  "/archive/:id": { as: "nadege", at: (page) => leadFrom(page, "/archive", /^\/archive\/\d+$/) },
  "/archive/aide": { as: "nadege" },
  "/archive/retrait": { as: "nadege" },
  "/archive/apports": { as: "nadege" },
  "/archive/apports/:id": { as: "nadege", at: broughtArchive("") },
  "/archive/apports/:id/apercu": { as: "nadege", at: broughtArchive("/apercu") },
  "/archive/apports/:id/verification": { as: "nadege", at: broughtArchive("/verification") },
  "/archive/apports/:id/textes/:text": { as: "nadege", at: async (page) => leadFrom(page, await broughtArchive("/verification")(page), /^\/archive\/apports\/\d+\/textes\/\d+$/) },
  "/archive/apports/:id/groupe": { as: "emilie", at: broughtArchive("/groupe") },
  "/comite/archive": { as: "audrey" },
  "/bienvenue": { as: "nadege" },
  "/charte": { as: "nadege" },
  "/charte/abregee": { as: "nadege" },
  "/charte/gestionnaires": { as: "audrey" },
  "/charte/gestionnaires/:organisation": { as: "chantal", at: reviewOf("") },
  "/charte/gestionnaires/:organisation/approbation": { as: "chantal", at: reviewOf("/approbation") },
  "/charte/gestionnaires/:organisation/delegation": { as: "chantal", at: reviewOf("/delegation") },
  "/charte/gestionnaires/:organisation/:article": { as: "chantal", at: async (page) => leadFrom(page, await reviewOf("")(page), /^\/charte\/gestionnaires\/\d+\/\d+$/) },
  "/comite/charte/examen": { as: "audrey" },
  "/charte/consentement": { as: "nadege" },
  "/comite/charte/consentement": { as: "audrey" },
  "/comite/charte/consentement/cloture": { as: "audrey" },
  "/charte/redaction": { as: "nadege" },
  "/charte/articles/:id": { as: "nadege", at: saidArticle("") },
  "/charte/articles/:id/commentaire": { as: "audrey", at: saidArticle("/commentaire") },
  "/charte/articles/:id/proposition": { as: "nadege", at: saidArticle("/proposition") },
  "/charte/articles/:id/modification": { as: "audrey", at: saidArticle("/modification") },
  "/charte/articles/:id/division": { as: "audrey", at: saidArticle("/division") },
  "/charte/articles/nouveau": { as: "audrey" },
  "/charte/propositions/:id": { as: "nadege", at: firstProposal("") },
  "/charte/propositions/:id/avis": { as: "emilie", at: firstProposal("/avis") },
  "/charte/propositions/:id/decision": { as: "audrey", at: firstProposal("/decision") },
  "/comite/charte/redaction": { as: "audrey" },
  "/charte/versions/:number": { as: "nadege", at: "/charte/versions/2" },
  "/comite": { as: "audrey" },
  "/comite/charte": { as: "audrey" },
  "/comite/charte/entete": { as: "audrey" },
  "/comite/fermetures": { as: "audrey" },
  "/comite/invitations": { as: "audrey" },
  "/comite/invitations/:id/revocation": { as: "audrey", at: (page) => leadFrom(page, "/comite/invitations", /^\/comite\/invitations\/\d+\/revocation/) },
  "/comite/membres": { as: "audrey" },
  "/comite/membres/:id": { as: "audrey", at: (page) => leadFrom(page, "/comite/membres", /^\/comite\/membres\/\d+$/) },
  "/comite/membres/:id/retrait": { as: "audrey", at: async (page) => `${await leadFrom(page, "/comite/membres", /^\/comite\/membres\/\d+$/)}/retrait` },
  "/comite/moments": { as: "audrey" },
  "/comite/moments/nouveau": { as: "audrey" },
  "/comite/moments/:id": { as: "audrey", at: plannedMeeting },
  "/comite/moments/:id/personnes": { as: "audrey", at: async (page) => `${await plannedMeeting(page)}/personnes` },
  "/comite/moments/:id/personnes/:speaker": { as: "audrey", at: async (page) => leadFrom(page, `${await plannedMeeting(page)}/personnes`, /^\/comite\/moments\/\d+\/personnes\/\d+$/) },
  "/comite/moments/:id/reponses": { as: "audrey", at: async (page) => `${await plannedMeeting(page)}/reponses` },
  "/comite/moments/:id/poles": { as: "audrey", at: draftMeeting("/poles") },
  "/comite/moments/:id/rencontres": { as: "audrey", at: draftMeeting("/rencontres") },
  "/comite/moments/:id/rencontres/:sitting": { as: "audrey", at: plannedSitting("") },
  "/comite/moments/:id/rencontres/:sitting/annulation": { as: "audrey", at: plannedSitting("/annulation") },
  "/comite/moments/:id/rencontres/:sitting/responsables": { as: "audrey", at: plannedSitting("/responsables") },
  "/comite/moments/:id/rencontres/:sitting/report": { as: "audrey", at: plannedSitting("/report") },
  "/comite/moments/responsables": { as: "audrey" },
  "/comite/moments/exemptions": { as: "audrey" },
  "/comite/trousse": { as: "audrey" },
  "/comite/trousse/:step": { as: "audrey", at: (page) => leadFrom(page, "/comite/trousse", /^\/comite\/trousse\/\d+$/) },
  "/moments/:id/rencontres/:sitting/invites": { as: "emilie", at: async (page) => (await ownKit("")(page)).replace("trousse", "rencontres") + "/invites" },
  "/moments/trousse": { as: "nadege" },
  "/moments/:id/trousse/:sitting": { as: "emilie", at: ownKit("") },
  "/moments/:id/trousse/:sitting/mot": { as: "emilie", at: ownKit("/mot") },
  "/comite/moments/:id/dates": { as: "audrey", at: async (page) => (await datePollDesk("")(page)).replace(/\/\d+$/, "") },
  "/comite/moments/:id/dates/:poll": { as: "audrey", at: datePollDesk("") },
  "/comite/moments/:id/dates/:poll/heures": { as: "audrey", at: datePollDesk("/heures") },
  "/comite/moments/:id/dates/:poll/reprise": { as: "audrey", at: datePollDesk("/reprise") },
  "/comite/moments/:id/dates/:poll/personnes": { as: "audrey", at: datePollDesk("/personnes") },
  "/comite/moments/:id/dates/:poll/demande": { as: "audrey", at: datePollDesk("/demande") },
  "/comite/moments/:id/dates/:poll/choix/:slot": { as: "audrey", at: async (page) => leadFrom(page, await datePollDesk("")(page), /^\/comite\/moments\/\d+\/dates\/\d+\/choix\/\d+$/) },
  "/comite/organisations": { as: "audrey" },
  "/comite/organisations/:id/nom": { as: "audrey", at: (page) => leadFrom(page, "/comite/organisations", /^\/comite\/organisations\/\d+\/nom/) },
  "/comite/signalements": { as: "audrey" },
  "/comite/signalements/:id": { as: "audrey", at: "/comite/signalements/1" },
  "/comite/signalements/:id/:act": { as: "audrey", at: "/comite/signalements/1/caviardage" },
  "/comite/incidents": { as: "audrey" },
  "/comite/incidents/:id": { as: "audrey", at: "/comite/incidents/1" },
  "/discussions/:id/retrait": { as: "audrey", at: "/discussions/2/retrait" },
  "/signaler/:subject/:id": { as: "nadege", at: "/signaler/moment/1" },
  "/signalements/:id": { as: "emilie", at: "/signalements/1" },
  "/comite/poles": { as: "audrey" },
  "/comite/poles/:id": { as: "audrey", at: (page) => leadFrom(page, "/comite/poles", /^\/comite\/poles\/\d+$/) },
  "/comite/sondages": { as: "audrey" },
  "/comite/sondages/nouveau": { as: "audrey", at: "/comite/sondages/nouveau?modele=interets" },
  "/comite/sondages/:id": { as: "audrey", at: draftSurvey("") },
  "/comite/sondages/:id/apercu": { as: "audrey", at: draftSurvey("/apercu") },
  "/comite/sondages/:id/questions": { as: "audrey", at: draftSurvey("/questions?genre=matrix") },
  "/comite/sondages/:id/questions/:question": { as: "audrey", at: draftQuestion },
  "/comite/anonymat": { as: "audrey" },
  "/discussions/:id/invites": { as: "audrey", at: async () => "/discussions/1/invites" },
  "/discussions/:id/auteur": { as: "audrey", at: async (page) => `${/^\/discussions\/\d+/.exec(await leadFrom(page, "/recherche?q=%22fait+pour+etre+parent%22", /^\/discussions\/\d+/))?.[0] ?? ""}/auteur` },
  "/comite/synonymes": { as: "audrey" },
  "/comite/synonymes/:id": { as: "audrey", at: async () => "/comite/synonymes/1" },
  "/comite/sujets/:id": { as: "audrey", at: waitingTopic("/comite", "") },
  "/comite/sujets/:id/ecart": { as: "audrey", at: waitingTopic("/comite", "/ecart") },
  "/comite/sujets/:id/fusion": { as: "audrey", at: waitingTopic("/comite", "/fusion") },
  "/comite/sujets/:id/tete": { as: "audrey", at: waitingTopic("/comite", "/tete") },
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
  "/discussions/:id/gestion": { as: "audrey", at: async (page) => `${((await leadFrom(page, "/discussions", /^\/discussions\/\d+/)).split("#")[0] ?? "")}/gestion` },
  "/discussions/:id/lecteurs": {
    as: "audrey",
    at: async (page) => {
      const announcement = await leadFrom(page, "/recherche?q=temp%C3%AAtes+r%C3%A8gle", /^\/discussions\/\d+/);
      return `${announcement.split(/[?#]/)[0] ?? ""}/lecteurs`;
    },
  },
  "/discussions/:id/sujets": { as: "audrey", at: async (page) => `${((await leadFrom(page, "/discussions", /^\/discussions\/\d+/)).split("#")[0] ?? "")}/sujets` },
  "/discussions/:id/resume": { as: "audrey", at: async (page) => `${((await leadFrom(page, "/discussions", /^\/discussions\/\d+/)).split("#")[0] ?? "")}/resume` },
  "/discussions/nouvelle": { as: "nadege" },
  "/notifications": { as: "nadege" },
  "/moments": { as: "nadege" },
  "/moments/:id": { as: "nadege", at: comingMeeting },
  "/moments/:id/collegues": { as: "chantal", at: async (page) => `${await comingMeeting(page)}/collegues` },
  "/moments/:id/precisions": {
    as: "emilie",
    at: async (page) => {
      await answerYes(page);
      return `${new URL(page.url()).pathname}/precisions`;
    },
  },
  "/reponse/:token": {
    as: "marjolaine",
    at: async (page, stage) => {
      // One mail comes of one answer: looked at again, it is the same page.
      if (!replyPage) {
        await answerYes(page);
        replyPage = await stage.mailbox.reply("marjolaine.duquette-roy@centresante.exemple.test");
      }
      return replyPage;
    },
  },
  "/moments/:id/rencontres/:sitting/presences": { as: "audrey", at: heldSitting("presences") },
  "/moments/:id/rencontres/:sitting/presences/visites": { as: "audrey", at: heldSitting("presences/visites") },
  "/moments/:id/rencontres/:sitting/notes": { as: "audrey", at: heldSitting("notes") },
  "/moments/:id/synthese": { as: "audrey", at: heldMeeting("/synthese") },
  "/moments/:id/compte-rendu": { as: "audrey", at: heldMeeting("/compte-rendu") },
  "/moments/:id/compte-rendu/redaction": { as: "audrey", at: heldMeeting("/compte-rendu/redaction") },
  "/moments/:id/compte-rendu/corrections": { as: "nadege", at: heldMeeting("/compte-rendu/corrections") },
  "/moments/:id/compte-rendu/corrections/:correction": { as: "audrey", at: waitingCorrection("") },
  "/moments/:id/compte-rendu/corrections/:correction/refus": { as: "audrey", at: waitingCorrection("/refus") },
  "/moments/:id/compte-rendu/versions/:number": {
    as: "nadege",
    at: async (page) => {
      await page.goto("/moments");
      return `${(await page.getByRole("link", { name: /^Les grandes colères/ }).first().getAttribute("href")) ?? ""}/compte-rendu/versions/1`;
    },
  },
  "/moments/:id/cartes": { as: "audrey", at: heldMeeting("/cartes") },
  "/moments/:id/suites": { as: "audrey", at: heldMeeting("/suites") },
  "/moments/:id/suites/:followUp": { as: "audrey", at: async (page) => leadFrom(page, await heldMeeting("/suites")(page), /^\/moments\/\d+\/suites\/\d+$/) },
  "/moments/dates/:id": { as: "nadege", at: (page) => leadFrom(page, "/moments", /^\/moments\/dates\/\d+$/) },
  "/dates/:token": { as: null, at: guestLink },
  // The month of the demo's next meeting, so that something stands in it.
  "/moments/responsables": { as: "nadege" },
  "/moments/responsables/:duty": { as: "nadege", at: (page) => leadFrom(page, "/moments/responsables", /^\/moments\/responsables\/\d+$/) },
  "/moments/mois/:month": { as: "nadege", at: monthOfNext },
  "/comite/sondages/:id/textes": { as: "audrey", at: async (page) => `/comite${(await closedSurvey(page)).replace("/resultats", "/textes")}` },
  "/sondages/:id/resultats": { as: "nadege", at: closedSurvey },
  "/sondages": { as: "nadege" },
  "/sondages/:id": { as: "nadege", at: openSurvey },
  "/sondages/:id/anonyme": { as: "nadege", at: async (page) => `${await openSurvey(page)}/anonyme` },
  "/documents": { as: "nadege" },
  "/recherche": { as: "nadege", at: async () => "/recherche?q=enfant" },
  "/reglages": { as: "nadege" },
  "/reglages/agenda": { as: "nadege" },
  "/reglages/appareils": { as: "nadege" },
  "/reglages/depart": { as: "nadege" },
  "/reglages/notifications": { as: "nadege" },
  "/reglages/pause": { as: "nadege" },
  "/reglages/profil": { as: "nadege" },
  "/sujets": { as: "nadege" },
  "/sujets/nouveau": { as: "nadege" },
  "/sujets/:id": { as: "nadege", at: waitingTopic("", "") },
  "/signets": { as: "nadege" },
  "/charte/recus/:code": { as: "nadege", at: (page) => leadFrom(page, "/charte/signature", /^\/charte\/recus\/[0-9A-Z-]{14}$/) },
  "/charte/signature": { as: "emilie" },
  "/charte/signature/organisations/:id": { as: "chantal", at: (page) => leadFrom(page, "/charte/signature", /^\/charte\/signature\/organisations\/\d+$/) },
  "/charte/signature/retrait": { as: "nadege" },
  "/charte/verification": { as: "nadege" },
  "/comite/charte/publication": { as: "audrey" },
  "/comite/charte/signatures": { as: "audrey" },
  "/comite/charte/signatures/campagne": { as: "audrey" },
  "/comite/charte/signatures/papier": { as: "audrey" },
  "/comite/charte/signatures/regles": { as: "audrey" },
};
