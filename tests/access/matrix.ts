/**
 * Who gets what, for every address and method. A route without a row fails, and so
 * does a row without a route. Posts are sent without their key, so that nothing is
 * done: whoever may come in gets 400 for the missing key, the others are refused
 * before it is looked for. The finer rights, behind the key, are in
 * tests/integration beside each feature.
 */
export const PERSONAS = ["visitor", "removed", "invited", "guest", "paused", "member", "elsewhere", "manager", "committee", "administrator"] as const;
export type Persona = (typeof PERSONAS)[number];

export type Statuses = Record<Persona, number>;
/** resource: it answers a script and is no page, so it has no other form. */
export type Row = { route: string; method: "GET" | "POST"; path: string; expected: Statuses; resource?: true };

const everyone = (status: number): Statuses => Object.fromEntries(PERSONAS.map((persona) => [persona, status])) as Statuses;

type Shape = { GET: Statuses; POST: Statuses };

/** Visitors are sent to sign in, or shown the sign-in form with their text; someone removed is a visitor. */
const out = { GET: { visitor: 302, removed: 302 }, POST: { visitor: 401, removed: 401 } };
const NO_KEY = 400;

const signedIn: Shape = { GET: { ...everyone(200), ...out.GET }, POST: { ...everyone(NO_KEY), ...out.POST, paused: 403 } };
const signedInEvenPaused: Shape = { ...signedIn, POST: { ...everyone(NO_KEY), ...out.POST } };

// Someone invited is led to finish joining first; a guest sees none of it.
const members: Shape = {
  GET: { ...signedIn.GET, invited: 302, guest: 404 },
  POST: { ...signedIn.POST, invited: 302, guest: 404 },
};
const membersEvenPaused: Shape = { ...members, POST: { ...members.POST, paused: NO_KEY } };

const onlyFor = (role: "committee" | "administrator"): Shape => ({
  GET: { ...everyone(404), ...out.GET, invited: 302, [role]: 200 },
  POST: { ...everyone(404), ...out.POST, invited: 302, [role]: NO_KEY },
});
const committee = onlyFor("committee");
const administrator = onlyFor("administrator");

/** Pages where the charter is written: the committee, and whom it named. */
const drafters: Shape = { ...members, GET: { ...members.GET, paused: 403, member: 403, elsewhere: 403, manager: 403, administrator: 403 } };

const managerOnly: Shape = { ...members, GET: { ...members.GET, paused: 404, member: 404, elsewhere: 404, committee: 404, administrator: 404 } };

/** What somebody brings of their Facebook archive: the demo's member did. */
const ownTransfer: Shape = { ...members, GET: { ...everyone(404), ...out.GET, invited: 302, member: 200 } };

/** The one thread that the demo's guest was asked into, and one that they were not. */
const guestThread: Shape = {
  GET: { ...members.GET, guest: 200 },
  POST: { ...members.POST, guest: NO_KEY },
};

const row = (route: string, method: Row["method"], path: string, expected: Statuses): Row => ({ route, method, path, expected });
/** It answers a script and is no page. */
const script = (one: Row): Row => ({ ...one, resource: true });
const both = (route: string, path: string, { GET, POST }: Shape): Row[] => [row(route, "GET", path, GET), row(route, "POST", path, POST)];
/** An address that only takes POST says so to everybody; a script of ours never reads it. */
const onlyPosted = (route: string, path: string): Row => script(row(route, "GET", path, everyone(405)));
const posted = (route: string, path: string, { POST }: Shape): Row[] => [onlyPosted(route, path), row(route, "POST", path, POST)];
const seen = (route: string, path: string, { GET }: Shape): Row => row(route, "GET", path, GET);

/** What everyone who may write in a thread gets, where no key is asked for. */
const inReach = (status: number) => ({ guest: status, member: status, elsewhere: status, manager: status, committee: status, administrator: status });

/** What only the signer and the committee see: the demo's member signed this one. */
const receipt: Statuses = { ...everyone(404), ...out.GET, invited: 302, member: 200, committee: 200 };

/** Those responsible for a sitting and the committee work with its kit; the finer right is behind the key. */
const kit: Shape = { GET: onlyFor("committee").GET, POST: members.POST };

/** :names in paths stand for rows of the demo, looked up by the test. */
export const MATRIX: Row[] = [
  // Public.
  row("root", "GET", "/confidentialite", everyone(200)),
  row("routes/confidentialite", "GET", "/confidentialite", everyone(200)),
  row("routes/$", "GET", "/rien-de-tel", everyone(404)),
  row("routes/$", "POST", "/rien-de-tel", everyone(404)),
  row("routes/connexion._index", "GET", "/connexion", everyone(200)),
  row("routes/connexion._index", "POST", "/connexion", everyone(422)),
  row("routes/connexion.code", "GET", "/connexion/code", everyone(200)),
  row("routes/connexion.code", "POST", "/connexion/code", everyone(422)),
  onlyPosted("routes/deconnexion", "/deconnexion"),
  onlyPosted("routes/demonstration", "/demonstration"),
  row("routes/demonstration", "POST", "/demonstration", everyone(422)),
  row("routes/demarrage", "GET", "/demarrage?cle=inconnue", everyone(404)),
  // A second press, by whoever the first one signed in, only leads on.
  row("routes/demarrage", "POST", "/demarrage", { ...everyone(303), visitor: 404, removed: 404 }),
  row("routes/invitation.$token", "GET", "/invitation/inconnue", everyone(404)),
  row("routes/invitation.$token", "POST", "/invitation/inconnue", everyone(404)),
  row("routes/reponse.$token", "GET", "/reponse/inconnue", everyone(404)),
  row("routes/reponse.$token", "POST", "/reponse/inconnue", everyone(404)),
  row("routes/dates.$token._index", "GET", "/dates/inconnue", everyone(404)),
  row("routes/dates.$token._index", "POST", "/dates/inconnue", everyone(404)),
  onlyPosted("routes/dates.$token.reponse", "/dates/inconnue/reponse"),
  script(row("routes/dates.$token.reponse", "POST", "/dates/inconnue/reponse", everyone(404))),
  row("routes/courriels.$key", "GET", "/courriels/1.mention.inconnue", everyone(404)),
  row("routes/courriels.$key", "POST", "/courriels/1.mention.inconnue", everyone(404)),
  row("routes/diagnostic._index", "GET", "/diagnostic", everyone(200)),
  script(row("routes/diagnostic.heure", "GET", "/diagnostic/heure", everyone(200))),
  onlyPosted("routes/diagnostic.televersement", "/diagnostic/televersement"),
  row("routes/diagnostic.televersement", "POST", "/diagnostic/televersement", everyone(422)),
  row("routes/interface", "GET", "/interface", everyone(200)),

  // One's own session and joining.
  // Whoever has joined already is led on.
  row("routes/inscription", "GET", "/inscription", { ...everyone(302), invited: 200 }),
  row("routes/inscription", "POST", "/inscription", signedInEvenPaused.POST),
  seen("routes/connexion.suite", "/connexion/suite", signedIn),
  seen("routes/reglages.appareils._index", "/reglages/appareils", signedIn),
  ...posted("routes/reglages.appareils.autres", "/reglages/appareils/autres", signedInEvenPaused),
  ...posted("routes/reglages.appareils.$publicId.revocation", "/reglages/appareils/00000000-0000-4000-8000-000000000000/revocation", signedInEvenPaused),

  // Members.
  seen("routes/bienvenue", "/bienvenue", members),
  seen("routes/reglages._index", "/reglages", members),
  ...both("routes/reglages.profil", "/reglages/profil", membersEvenPaused),
  ...both("routes/reglages.pause", "/reglages/pause", membersEvenPaused),
  ...posted("routes/reglages.reprise", "/reglages/reprise", membersEvenPaused),
  ...both("routes/reglages.depart", "/reglages/depart", membersEvenPaused),

  // What one is told of. A guest has a list too, and mails to choose; following everything is for members.
  seen("routes/notifications._index", "/notifications", guestThread),
  script(seen("routes/notifications.compte", "/notifications/compte", guestThread)),
  onlyPosted("routes/notifications.lecture", "/notifications/lecture"),
  row("routes/notifications.lecture", "POST", "/notifications/lecture", { ...guestThread.POST, ...inReach(303), paused: 303 }),
  ...both("routes/reglages.notifications", "/reglages/notifications", { ...guestThread, POST: { ...guestThread.POST, paused: NO_KEY } }),
  ...posted("routes/reglages.suivis", "/reglages/suivis", membersEvenPaused),
  ...posted("routes/discussions.$id.suivi", "/discussions/:guestThread/suivi", { ...guestThread, POST: { ...guestThread.POST, paused: NO_KEY } }),

  // Discussions. The guest has one thread, and a page of their own drafts; another thread is the same 404 as none.
  // A pause lets one go on reading, so how far one has read, and throw away one's own draft.
  // The home page leads guests to their thread, and those who have not joined to finish.
  row("routes/_index", "GET", "/", { ...everyone(200), ...out.GET, guest: 302 }),
  seen("routes/discussions._index", "/discussions", members),
  script(seen("routes/discussions.nouveautes", "/discussions/nouveautes", members)),
  ...both("routes/discussions.nouvelle", "/discussions/nouvelle", members),
  ...both("routes/discussions.$id._index", "/discussions/:guestThread", guestThread),
  seen("routes/discussions.$id._index", "/discussions/:otherThread", members),
  seen("routes/discussions.$id._index", "/discussions/999999", { ...guestThread, GET: { ...everyone(404), ...out.GET, invited: 302 } }),
  onlyPosted("routes/discussions.$id.lecture", "/discussions/:guestThread/lecture"),
  row("routes/discussions.$id.lecture", "POST", "/discussions/:guestThread/lecture", { ...guestThread.POST, ...inReach(422), paused: 422 }),
  script(seen("routes/discussions.$id.nouveautes", "/discussions/:guestThread/nouveautes?since=0", guestThread)),
  script(seen("routes/discussions.$id.nouveautes", "/discussions/:otherThread/nouveautes?since=0", members)),
  // One message: its page, and what can be done there. The guest's thread and no other; one's own wording only, here the committee person's.
  seen("routes/discussions.$id.messages.$message._index", "/discussions/:guestThread/messages/:guestMessage", guestThread),
  seen("routes/discussions.$id.messages.$message._index", "/discussions/:otherThread/messages/:guestMessage", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302 } }),
  seen("routes/discussions.$id.messages.$message.modification", "/discussions/:guestThread/messages/:guestMessage/modification", { ...guestThread, GET: { ...everyone(403), ...out.GET, invited: 302, committee: 200 } }),
  row("routes/discussions.$id.messages.$message.modification", "POST", "/discussions/:guestThread/messages/:guestMessage/modification", guestThread.POST),
  ...posted("routes/discussions.$id.messages.$message.reaction", "/discussions/:guestThread/messages/:guestMessage/reaction", guestThread),
  ...posted("routes/discussions.$id.messages.$message.vote", "/discussions/:guestThread/messages/:guestMessage/vote", guestThread),
  ...posted("routes/discussions.$id.messages.$message.fin-du-sondage", "/discussions/:guestThread/messages/:guestMessage/fin-du-sondage", guestThread),
  ...posted("routes/discussions.$id.messages.$message.suppression", "/discussions/:guestThread/messages/:guestMessage/suppression", guestThread),
  ...posted("routes/discussions.$id.messages.$message.signet", "/discussions/:guestThread/messages/:guestMessage/signet", { ...guestThread, POST: { ...guestThread.POST, paused: NO_KEY } }),
  ...posted("routes/discussions.$id.messages.$message.non-lu", "/discussions/:guestThread/messages/:guestMessage/non-lu", { ...guestThread, POST: { ...guestThread.POST, paused: NO_KEY } }),
  seen("routes/signets", "/signets", guestThread),
  // Members who neither began a thread nor sit on the committee may not lead it.
  seen("routes/discussions.$id.gestion", "/discussions/:guestThread/gestion", { ...members, GET: { ...everyone(403), ...out.GET, invited: 302, guest: 404, committee: 200 } }),
  row("routes/discussions.$id.gestion", "POST", "/discussions/:guestThread/gestion", members.POST),
  ...["sujets", "resume"].flatMap((part) => [
    seen(`routes/discussions.$id.${part}`, `/discussions/:guestThread/${part}`, { ...members, GET: { ...everyone(403), ...out.GET, invited: 302, guest: 404, committee: 200 } }),
    row(`routes/discussions.$id.${part}`, "POST", `/discussions/:guestThread/${part}`, members.POST),
  ]),
  ...["fermeture", "question", "reponse", "epingle", "annonce"].flatMap((act) => posted(`routes/discussions.$id.${act}`, `/discussions/:guestThread/${act}`, members)),
  // Of an announcement, the committee alone; of any other discussion nobody.
  seen("routes/discussions.$id.lecteurs", "/discussions/:announcement/lecteurs", committee),
  seen("routes/discussions.$id.lecteurs", "/discussions/:guestThread/lecteurs", { ...committee, GET: { ...everyone(404), ...out.GET, invited: 302 } }),
  script(seen("routes/discussions.$id.entete", "/discussions/:guestThread/entete", guestThread)),
  ...both("routes/signaler.$subject.$id", "/signaler/message/:guestMessage", guestThread),
  seen("routes/signaler.$subject.$id", "/signaler/discussion/:otherThread", members),
  seen("routes/signaler.$subject.$id", "/signaler/fichier/:otherFile", members),
  // A guest may report: what is out of their reach is looked for after the key.
  ...both("routes/signaler.$subject.$id", "/signaler/moment/:meeting", { GET: members.GET, POST: guestThread.POST }),
  seen("routes/signaler.$subject.$id", "/signaler/archive/:archived", members),
  seen("routes/signaler.$subject.$id", "/signaler/sujet/:topic", members),
  script(seen("routes/discussions.$id.entete", "/discussions/:otherThread/entete", members)),
  script(seen("routes/discussions.$id.messages.$message.actes", "/discussions/:guestThread/messages/:guestMessage/actes", guestThread)),
  script(seen("routes/discussions.$id.messages.$message.actes", "/discussions/:otherThread/messages/:guestMessage/actes", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302 } })),
  script(seen("routes/discussions.$id.citation.$message", "/discussions/:guestThread/citation/:guestMessage", guestThread)),
  script(seen("routes/discussions.$id.citation.$message", "/discussions/:otherThread/citation/:guestMessage", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302 } })),
  script(seen("routes/mentions", "/mentions?texte=na&discussion=:guestThread", guestThread)),
  seen("routes/brouillons._index", "/brouillons", guestThread),
  row("routes/brouillons._index", "POST", "/brouillons", { ...guestThread.POST, ...inReach(422) }),
  onlyPosted("routes/brouillons.enregistrement", "/brouillons/enregistrement"),
  row("routes/brouillons.enregistrement", "POST", "/brouillons/enregistrement", { ...guestThread.POST, ...inReach(422) }),
  ...posted("routes/brouillons.$id.suppression", "/brouillons/999999/suppression", { ...guestThread, POST: { ...guestThread.POST, paused: NO_KEY } }),
  seen("routes/apercu._index", "/apercu", guestThread),
  row("routes/apercu._index", "POST", "/apercu", { ...guestThread.POST, ...inReach(422) }),
  onlyPosted("routes/apercu.rendu", "/apercu/rendu"),
  row("routes/apercu.rendu", "POST", "/apercu/rendu", { ...guestThread.POST, ...inReach(422) }),

  // Files. Whoever may write may send one; a file that is not there is the same 404 as one that others sent.
  seen("routes/documents", "/documents", members),
  onlyPosted("routes/fichiers._index", "/fichiers"),
  row("routes/fichiers._index", "POST", "/fichiers", { ...guestThread.POST, ...inReach(422) }),
  onlyPosted("routes/fichiers.$id.retrait", "/fichiers/999999/retrait"),
  row("routes/fichiers.$id.retrait", "POST", "/fichiers/999999/retrait", { ...guestThread.POST, ...inReach(200) }),
  script(seen("routes/fichiers.$id.$name", "/fichiers/999999/rien.pdf", { ...guestThread, GET: { ...everyone(404), ...out.GET, invited: 302 } })),
  // A file is read by whoever reads the thread of its message.
  script(seen("routes/fichiers.$id.$name", "/fichiers/:guestFile/rien.docx", guestThread)),
  script(seen("routes/fichiers.$id.$name", "/fichiers/:otherFile/rien.pdf", members)),
  script(seen("routes/fichiers.$id.vignette", "/fichiers/:picture/vignette", members)),
  script(seen("routes/fichiers.$id.vignette", "/fichiers/999999/vignette", { ...guestThread, GET: { ...everyone(404), ...out.GET, invited: 302 } })),

  // Guests are asked by the committee.
  ...both("routes/discussions.$id.invites._index", "/discussions/:otherThread/invites", committee),
  ...posted("routes/discussions.$id.invites.$guest.fin", "/discussions/:otherThread/invites/1/fin", committee),

  // Written without a name: there for its author and the two who keep the names (the committee's persona is one of them).
  seen("routes/discussions.$id.auteur", "/discussions/:unnamedThread/auteur", committee),
  row("routes/discussions.$id.auteur", "POST", "/discussions/:unnamedThread/auteur", members.POST),
  ...both("routes/comite.anonymat", "/comite/anonymat", committee),

  // Search.
  seen("routes/recherche", "/recherche?q=enfant", members),
  ...both("routes/comite.synonymes._index", "/comite/synonymes", committee),
  ...both("routes/comite.synonymes.$id._index", "/comite/synonymes/1", committee),
  ...posted("routes/comite.synonymes.$id.retrait", "/comite/synonymes/1/retrait", committee),

  // Meetings. A draft is the committee's alone: the same 404 as one that does not exist.
  seen("routes/charte._index", "/charte", members),
  seen("routes/charte.abregee", "/charte/abregee", members),
  script(seen("routes/charte.nouveautes", "/charte/nouveautes", members)),
  ...posted("routes/charte.lecture", "/charte/lecture", members),
  seen("routes/charte.versions.$number._index", "/charte/versions/1", members),
  script(seen("routes/charte.versions.$number.pdf", "/charte/versions/1/pdf", members)),
  seen("routes/charte.redaction", "/charte/redaction", members),
  seen("routes/charte.articles.$id._index", "/charte/articles/:article", members),
  ...both("routes/charte.articles.$id.commentaire", "/charte/articles/:article/commentaire", members),
  ...both("routes/charte.articles.$id.proposition", "/charte/articles/:article/proposition", members),
  // Who belongs to the drafting group is known behind the key: others are refused there.
  ...both("routes/charte.articles.$id.modification", "/charte/articles/:article/modification", drafters),
  ...both("routes/charte.articles.$id.division", "/charte/articles/:article/division", drafters),
  ...both("routes/charte.articles.nouveau", "/charte/articles/nouveau", drafters),
  ...posted("routes/charte.articles.$id.deplacement", "/charte/articles/:article/deplacement", members),
  ...posted("routes/charte.articles.$id.reunion", "/charte/articles/:article/reunion", members),
  ...posted("routes/charte.articles.$id.retrait", "/charte/articles/:article/retrait", members),
  ...posted("routes/charte.commentaires.$id.reglement", "/charte/commentaires/1/reglement", members),
  seen("routes/charte.propositions.$id._index", "/charte/propositions/:proposal", members),
  ...both("routes/charte.propositions.$id.avis", "/charte/propositions/:proposal/avis", members),
  ...both("routes/charte.propositions.$id.decision", "/charte/propositions/:proposal/decision", { ...drafters, GET: { ...drafters.GET, paused: 403 } }),
  ...posted("routes/charte.propositions.$id.retrait", "/charte/propositions/:proposal/retrait", members),
  ...both("routes/comite.charte.redaction._index", "/comite/charte/redaction", committee),
  ...posted("routes/comite.charte.redaction.retrait", "/comite/charte/redaction/retrait", committee),
  ...both("routes/charte.consentement._index", "/charte/consentement", members),
  seen("routes/charte.gestionnaires._index", "/charte/gestionnaires", members),
  // Chantal's own organisation; to every other it is not there, and a post is refused behind the key.
  seen("routes/charte.gestionnaires.$organisation._index", "/charte/gestionnaires/:managed", managerOnly),
  ...both("routes/charte.gestionnaires.$organisation.approbation", "/charte/gestionnaires/:managed/approbation", managerOnly),
  ...both("routes/charte.gestionnaires.$organisation.delegation", "/charte/gestionnaires/:managed/delegation", managerOnly),
  ...both("routes/charte.gestionnaires.$organisation.$article", "/charte/gestionnaires/:managed/:article", managerOnly),
  ...both("routes/comite.charte.examen._index", "/comite/charte/examen", committee),
  ...posted("routes/comite.charte.examen.rappel", "/comite/charte/examen/rappel", committee),
  ...posted("routes/comite.charte.examen.fin", "/comite/charte/examen/fin", committee),
  ...posted("routes/charte.consentement.retrait", "/charte/consentement/retrait", members),
  ...both("routes/comite.charte.consentement._index", "/comite/charte/consentement", committee),
  ...both("routes/comite.charte.consentement.cloture", "/comite/charte/consentement/cloture", committee),
  ...both("routes/comite.charte._index", "/comite/charte", committee),
  ...both("routes/comite.charte.entete", "/comite/charte/entete", committee),
  // Surveys. A draft is the committee's.
  seen("routes/sondages._index", "/sondages", members),
  script(seen("routes/sondages.nouveautes", "/sondages/nouveautes?sondage=:survey", members)),
  ...both("routes/sondages.$id._index", "/sondages/:survey", members),
  seen("routes/sondages.$id._index", "/sondages/:draftSurvey", committee),
  ...both("routes/sondages.$id.anonyme", "/sondages/:survey/anonyme", members),
  onlyPosted("routes/sondages.$id.brouillon", "/sondages/:survey/brouillon"),
  // An anonymous survey has no sheet to save: whoever it is for is told so where a key would be missing.
  script(row("routes/sondages.$id.brouillon", "POST", "/sondages/:survey/brouillon", members.POST)),
  seen("routes/sondages.$id.resultats._index", "/sondages/:closedSurvey/resultats", members),
  script(seen("routes/sondages.$id.resultats.tableau", "/sondages/:closedSurvey/resultats/tableau", members)),
  script(seen("routes/sondages.$id.resultats.donnees", "/sondages/:closedSurvey/resultats/donnees", members)),
  ...both("routes/comite.sondages.$id.textes", "/comite/sondages/:closedSurvey/textes", committee),
  ...posted("routes/comite.sondages.$id.sujets", "/comite/sondages/:closedSurvey/sujets", committee),
  ...posted("routes/comite.sondages.$id.suite", "/comite/sondages/:closedSurvey/suite", committee),
  seen("routes/comite.sondages._index", "/comite/sondages", committee),
  ...both("routes/comite.sondages.nouveau", "/comite/sondages/nouveau", committee),
  ...both("routes/comite.sondages.$id._index", "/comite/sondages/:draftSurvey", committee),
  seen("routes/comite.sondages.$id.apercu", "/comite/sondages/:draftSurvey/apercu", committee),
  ...posted("routes/comite.sondages.$id.ouverture", "/comite/sondages/:draftSurvey/ouverture", committee),
  ...posted("routes/comite.sondages.$id.fin", "/comite/sondages/:survey/fin", committee),
  ...posted("routes/comite.sondages.$id.copie", "/comite/sondages/:survey/copie", committee),
  ...posted("routes/comite.sondages.$id.suppression", "/comite/sondages/:draftSurvey/suppression", committee),
  ...both("routes/comite.sondages.$id.questions._index", "/comite/sondages/:draftSurvey/questions", committee),
  ...both("routes/comite.sondages.$id.questions.$question._index", "/comite/sondages/:draftSurvey/questions/:draftQuestion", committee),
  ...posted("routes/comite.sondages.$id.questions.$question.ordre", "/comite/sondages/:draftSurvey/questions/:draftQuestion/ordre", committee),
  ...posted("routes/comite.sondages.$id.questions.$question.retrait", "/comite/sondages/:draftSurvey/questions/:draftQuestion/retrait", committee),

  // Signing the charter. For an organisation, by its manager alone: behind the key for others.
  ...both("routes/charte.signature._index", "/charte/signature", members),
  script(seen("routes/charte.signature.compte", "/charte/signature/compte", members)),
  ...both("routes/charte.signature.retrait", "/charte/signature/retrait", membersEvenPaused),
  row("routes/charte.signature.organisations.$id._index", "GET", "/charte/signature/organisations/:managedOrganisation", { ...everyone(404), ...out.GET, invited: 302, manager: 200 }),
  row("routes/charte.signature.organisations.$id._index", "POST", "/charte/signature/organisations/:managedOrganisation", members.POST),
  ...posted("routes/charte.signature.organisations.$id.retrait", "/charte/signature/organisations/:managedOrganisation/retrait", membersEvenPaused),
  row("routes/charte.recus.$code._index", "GET", "/charte/recus/:receipt", receipt),
  script(row("routes/charte.recus.$code.pdf", "GET", "/charte/recus/:receipt/pdf", receipt)),
  seen("routes/charte.verification", "/charte/verification", members),
  ...both("routes/comite.charte.publication._index", "/comite/charte/publication", committee),
  ...posted("routes/comite.charte.publication.$id.confirmation", "/comite/charte/publication/1/confirmation", committee),
  ...posted("routes/comite.charte.publication.$id.refus", "/comite/charte/publication/1/refus", committee),
  ...both("routes/comite.charte.signatures._index", "/comite/charte/signatures", committee),
  ...both("routes/comite.charte.signatures.regles", "/comite/charte/signatures/regles", committee),
  ...both("routes/comite.charte.signatures.campagne._index", "/comite/charte/signatures/campagne", committee),
  ...posted("routes/comite.charte.signatures.campagne.abandon", "/comite/charte/signatures/campagne/abandon", committee),
  ...both("routes/comite.charte.signatures.papier._index", "/comite/charte/signatures/papier", committee),
  ...posted("routes/comite.charte.signatures.papier.$id.confirmation", "/comite/charte/signatures/papier/1/confirmation", committee),
  ...posted("routes/comite.charte.signatures.papier.$id.refus", "/comite/charte/signatures/papier/1/refus", committee),
  script(seen("routes/comite.charte.journal", "/comite/charte/journal", committee)),

  seen("routes/moments._index", "/moments", members),
  script(seen("routes/moments.nouveautes", "/moments/nouveautes?moment=:meeting", members)),
  seen("routes/moments.mois.$month", "/moments/mois/2027-03", members),
  ...both("routes/moments.$id._index", "/moments/:meeting", members),
  script(seen("routes/moments.$id.rencontres.$sitting.agenda", "/moments/:meeting/rencontres/:sitting/agenda", members)),
  ...both("routes/reglages.agenda._index", "/reglages/agenda", membersEvenPaused),
  ...posted("routes/reglages.agenda.retrait", "/reglages/agenda/retrait", membersEvenPaused),
  script(row("routes/agenda.$key", "GET", "/agenda/1-inconnue.ics", everyone(404))),
  script(seen("routes/moments.$id.places", "/moments/:meeting/places", members)),
  // Only of those who come are the committee's questions asked, and only a manager answers for others.
  row("routes/moments.$id.precisions", "GET", "/moments/:meeting/precisions", { ...everyone(404), ...out.GET, invited: 302 }),
  row("routes/moments.$id.precisions", "POST", "/moments/:meeting/precisions", members.POST),
  row("routes/moments.$id.collegues._index", "GET", "/moments/:meeting/collegues", { ...everyone(404), ...out.GET, invited: 302, manager: 200, committee: 200, administrator: 200 }),
  row("routes/moments.$id.collegues._index", "POST", "/moments/:meeting/collegues", members.POST),
  ...posted("routes/moments.$id.collegues.$member.retrait", "/moments/:meeting/collegues/:member/retrait", members),
  ...posted("routes/moments.$id.reponse.retrait", "/moments/:meeting/reponse/retrait", members),
  seen("routes/moments.$id._index", "/moments/:draftMeeting", committee),
  // The day of a meeting and after: the list is for those responsible and the committee, a paper for whoever was there.
  row("routes/moments.$id.rencontres.$sitting.presences._index", "GET", "/moments/:heldMeeting/rencontres/:heldSitting/presences", committee.GET),
  row("routes/moments.$id.rencontres.$sitting.presences._index", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/presences", members.POST),
  onlyPosted("routes/moments.$id.rencontres.$sitting.presences.actes", "/moments/:heldMeeting/rencontres/:heldSitting/presences/actes"),
  script(row("routes/moments.$id.rencontres.$sitting.presences.actes", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/presences/actes", { ...committee.POST, paused: 403, committee: 200 })),
  onlyPosted("routes/moments.$id.rencontres.$sitting.presences.arrivees", "/moments/:heldMeeting/rencontres/:heldSitting/presences/arrivees"),
  script(row("routes/moments.$id.rencontres.$sitting.presences.arrivees", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/presences/arrivees", { ...committee.POST, paused: 403, committee: 422 })),
  script(row("routes/moments.$id.rencontres.$sitting.presences.nouveautes", "GET", "/moments/:heldMeeting/rencontres/:heldSitting/presences/nouveautes", committee.GET)),
  row("routes/moments.$id.rencontres.$sitting.presences.visites", "GET", "/moments/:heldMeeting/rencontres/:heldSitting/presences/visites", committee.GET),
  row("routes/moments.$id.rencontres.$sitting.presences.visites", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/presences/visites", members.POST),
  ...posted("routes/moments.$id.rencontres.$sitting.tenue", "/moments/:heldMeeting/rencontres/:heldSitting/tenue", members),
  script(row("routes/moments.$id.rencontres.$sitting.attestation", "GET", "/moments/:heldMeeting/rencontres/:heldSitting/attestation", { ...everyone(404), ...out.GET, invited: 302, member: 200 })),
  row("routes/moments.$id.rencontres.$sitting.notes._index", "GET", "/moments/:heldMeeting/rencontres/:heldSitting/notes", committee.GET),
  row("routes/moments.$id.rencontres.$sitting.notes._index", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/notes", members.POST),
  onlyPosted("routes/moments.$id.rencontres.$sitting.notes.enregistrement", "/moments/:heldMeeting/rencontres/:heldSitting/notes/enregistrement"),
  // An empty text of revision 0 is not the one that is kept: both texts come back.
  script(row("routes/moments.$id.rencontres.$sitting.notes.enregistrement", "POST", "/moments/:heldMeeting/rencontres/:heldSitting/notes/enregistrement", { ...committee.POST, paused: 403, committee: 409 })),
  row("routes/moments.$id.synthese._index", "GET", "/moments/:adoptedMeeting/synthese", committee.GET),
  row("routes/moments.$id.synthese._index", "POST", "/moments/:adoptedMeeting/synthese", members.POST),
  onlyPosted("routes/moments.$id.synthese.enregistrement", "/moments/:adoptedMeeting/synthese/enregistrement"),
  script(row("routes/moments.$id.synthese.enregistrement", "POST", "/moments/:adoptedMeeting/synthese/enregistrement", { ...committee.POST, paused: 403, committee: 409 })),
  // Minutes that are open are read by whoever was there, adopted ones by every member.
  row("routes/moments.$id.compte-rendu._index", "GET", "/moments/:heldMeeting/compte-rendu", { ...committee.GET, member: 200 }),
  seen("routes/moments.$id.compte-rendu._index", "/moments/:adoptedMeeting/compte-rendu", members),
  row("routes/moments.$id.compte-rendu.redaction._index", "GET", "/moments/:heldMeeting/compte-rendu/redaction", { ...committee.GET, member: 403 }),
  row("routes/moments.$id.compte-rendu.redaction._index", "POST", "/moments/:heldMeeting/compte-rendu/redaction", members.POST),
  onlyPosted("routes/moments.$id.compte-rendu.redaction.enregistrement", "/moments/:heldMeeting/compte-rendu/redaction/enregistrement"),
  script(row("routes/moments.$id.compte-rendu.redaction.enregistrement", "POST", "/moments/:heldMeeting/compte-rendu/redaction/enregistrement", { ...committee.POST, paused: 403, committee: 422 })),
  ...posted("routes/moments.$id.compte-rendu.ouverture", "/moments/:heldMeeting/compte-rendu/ouverture", members),
  ...posted("routes/moments.$id.compte-rendu.adoption", "/moments/:heldMeeting/compte-rendu/adoption", members),
  row("routes/moments.$id.compte-rendu.corrections._index", "GET", "/moments/:heldMeeting/compte-rendu/corrections", { ...committee.GET, member: 200 }),
  row("routes/moments.$id.compte-rendu.corrections._index", "POST", "/moments/:heldMeeting/compte-rendu/corrections", members.POST),
  row("routes/moments.$id.compte-rendu.corrections.$correction._index", "GET", "/moments/:heldMeeting/compte-rendu/corrections/:correction", { ...committee.GET, member: 403 }),
  row("routes/moments.$id.compte-rendu.corrections.$correction._index", "POST", "/moments/:heldMeeting/compte-rendu/corrections/:correction", members.POST),
  row("routes/moments.$id.compte-rendu.corrections.$correction.refus", "GET", "/moments/:heldMeeting/compte-rendu/corrections/:correction/refus", { ...committee.GET, member: 403 }),
  row("routes/moments.$id.compte-rendu.corrections.$correction.refus", "POST", "/moments/:heldMeeting/compte-rendu/corrections/:correction/refus", members.POST),
  ...posted("routes/moments.$id.compte-rendu.corrections.$correction.retrait", "/moments/:heldMeeting/compte-rendu/corrections/:correction/retrait", members),
  seen("routes/moments.$id.compte-rendu.versions.$number", "/moments/:adoptedMeeting/compte-rendu/versions/1", members),
  script(seen("routes/moments.$id.nouveautes", "/moments/:heldMeeting/nouveautes", members)),
  ...both("routes/moments.$id.cartes._index", "/moments/:heldMeeting/cartes", members),
  ...posted("routes/moments.$id.cartes.$card.retrait", "/moments/:heldMeeting/cartes/:card/retrait", members),
  ...posted("routes/moments.$id.cartes.$card.sujet", "/moments/:heldMeeting/cartes/:card/sujet", members),
  ...both("routes/moments.$id.suites._index", "/moments/:heldMeeting/suites", members),
  row("routes/moments.$id.suites.$followUp._index", "GET", "/moments/:heldMeeting/suites/:followUp", { ...members.GET, paused: 403, member: 403, elsewhere: 403, manager: 403, administrator: 403 }),
  row("routes/moments.$id.suites.$followUp._index", "POST", "/moments/:heldMeeting/suites/:followUp", members.POST),
  ...posted("routes/moments.$id.suites.$followUp.etat", "/moments/:heldMeeting/suites/:followUp/etat", members),
  // A date that is sought: opened to all members, prepared by the committee alone. A tap carries no key, and an empty one says nothing.
  ...both("routes/moments.dates.$id._index", "/moments/dates/:datePoll", members),
  seen("routes/moments.dates.$id._index", "/moments/dates/999999", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302 } }),
  onlyPosted("routes/moments.dates.$id.reponse", "/moments/dates/:datePoll/reponse"),
  script(row("routes/moments.dates.$id.reponse", "POST", "/moments/dates/:datePoll/reponse", { ...members.POST, ...inReach(422), guest: 404 })),
  script(seen("routes/moments.dates.$id.nouveautes", "/moments/dates/:datePoll/nouveautes", members)),
  // One turn of an opened meeting; who is asked and who asks for it to be taken is the queries' matter.
  ...both("routes/moments.responsables._index", "/moments/responsables", members),
  ...both("routes/moments.responsables.$duty", "/moments/responsables/:duty", members),
  seen("routes/moments.responsables.$duty", "/moments/responsables/999999", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302 } }),

  // Topics.
  seen("routes/sujets._index", "/sujets", members),
  script(seen("routes/sujets.nouveautes", "/sujets/nouveautes?sujet=:topic", members)),
  ...both("routes/sujets.nouveau", "/sujets/nouveau", members),
  seen("routes/sujets.$id._index", "/sujets/:topic", members),
  ...posted("routes/sujets.$id.vote", "/sujets/:topic/vote", members),
  ...both("routes/comite.sujets.$id._index", "/comite/sujets/:topic", committee),
  ...["ecart", "fusion", "tete"].flatMap((act) => both(`routes/comite.sujets.$id.${act}`, `/comite/sujets/:topic/${act}`, committee)),

  // What came from the Facebook group. What somebody brings is theirs alone: the demo's member did.
  seen("routes/archive._index", "/archive", members),
  seen("routes/archive.$id._index", "/archive/:archived", members),
  ...posted("routes/archive.$id.revendication", "/archive/:archived/revendication", members),
  seen("routes/archive.aide", "/archive/aide", members),
  ...both("routes/archive.retrait", "/archive/retrait", membersEvenPaused),
  ...both("routes/archive.apports._index", "/archive/apports", members),
  onlyPosted("routes/archive.apports.envoi", "/archive/apports/envoi"),
  script(row("routes/archive.apports.envoi", "POST", "/archive/apports/envoi", { ...members.POST, ...inReach(422), guest: 404 })),
  seen("routes/archive.apports.$id._index", "/archive/apports/:transfer", ownTransfer),
  ...both("routes/archive.apports.$id.groupe", "/archive/apports/:unsortedTransfer/groupe", { ...ownTransfer, GET: { ...ownTransfer.GET, member: 404, elsewhere: 200 } }),
  seen("routes/archive.apports.$id.apercu", "/archive/apports/:transfer/apercu", ownTransfer),
  ...both("routes/archive.apports.$id.verification", "/archive/apports/:transfer/verification", ownTransfer),
  ...both("routes/archive.apports.$id.textes.$text", "/archive/apports/:transfer/textes/:find", ownTransfer),
  ...["choix", "publication", "abandon"].flatMap((act) => posted(`routes/archive.apports.$id.${act}`, `/archive/apports/:transfer/${act}`, members)),
  ...both("routes/comite.archive._index", "/comite/archive", committee),
  ...posted("routes/comite.archive.revendications", "/comite/archive/revendications", committee),

  // Committee.
  seen("routes/comite.moments._index", "/comite/moments", committee),
  ...both("routes/comite.moments.nouveau", "/comite/moments/nouveau", committee),
  ...both("routes/comite.moments.$id._index", "/comite/moments/:meeting", committee),
  ...both("routes/comite.moments.$id.reponses", "/comite/moments/:meeting/reponses", committee),
  ...posted("routes/comite.moments.$id.appel", "/comite/moments/:meeting/appel", committee),
  ...posted("routes/comite.moments.$id.ouverture", "/comite/moments/:draftMeeting/ouverture", committee),
  ...posted("routes/comite.moments.$id.copie", "/comite/moments/:meeting/copie", committee),
  ...both("routes/comite.moments.$id.poles", "/comite/moments/:meeting/poles", committee),
  ...both("routes/comite.moments.$id.rencontres._index", "/comite/moments/:meeting/rencontres", committee),
  ...both("routes/comite.moments.$id.rencontres.$sitting._index", "/comite/moments/:meeting/rencontres/:sitting", committee),
  ...both("routes/comite.moments.$id.rencontres.$sitting.annulation", "/comite/moments/:meeting/rencontres/:sitting/annulation", committee),
  ...both("routes/comite.moments.$id.rencontres.$sitting.report", "/comite/moments/:meeting/rencontres/:sitting/report", committee),
  ...both("routes/moments.$id.trousse.$sitting._index", "/moments/:meeting/trousse/:sitting", kit),
  script(seen("routes/moments.$id.trousse.$sitting.nouveautes", "/moments/:meeting/trousse/:sitting/nouveautes", kit)),
  ...both("routes/moments.$id.trousse.$sitting.mot", "/moments/:meeting/trousse/:sitting/mot", kit),
  ...posted("routes/moments.$id.trousse.$sitting.ouverture", "/moments/:meeting/trousse/:sitting/ouverture", kit),
  ...posted("routes/moments.$id.trousse.$sitting.$task._index", "/moments/:meeting/trousse/:sitting/:task", kit),
  ...posted("routes/moments.$id.trousse.$sitting.$task.role", "/moments/:meeting/trousse/:sitting/:task/role", kit),
  ...posted("routes/moments.$id.trousse.$sitting.$task.retrait", "/moments/:meeting/trousse/:sitting/:task/retrait", kit),
  ...both("routes/moments.$id.rencontres.$sitting.invites._index", "/moments/:meeting/rencontres/:sitting/invites", kit),
  ...posted("routes/moments.$id.rencontres.$sitting.invites.$guest.retrait", "/moments/:meeting/rencontres/:sitting/invites/1/retrait", kit),
  ...both("routes/moments.trousse", "/moments/trousse", members),
  ...both("routes/comite.moments.exemptions._index", "/comite/moments/exemptions", committee),
  ...posted("routes/comite.moments.exemptions.$absence.fin", "/comite/moments/exemptions/:absence/fin", committee),
  ...both("routes/comite.trousse._index", "/comite/trousse", committee),
  ...posted("routes/comite.trousse.ouverture", "/comite/trousse/ouverture", committee),
  ...both("routes/comite.trousse.$step._index", "/comite/trousse/:step", committee),
  ...posted("routes/comite.trousse.$step.retrait", "/comite/trousse/:step/retrait", committee),
  ...posted("routes/comite.trousse.$step.remise", "/comite/trousse/:step/remise", committee),
  ...posted("routes/comite.trousse.propositions.$note", "/comite/trousse/propositions/:note", committee),
  ...both("routes/comite.moments.responsables", "/comite/moments/responsables", committee),
  ...both("routes/comite.moments.$id.rencontres.$sitting.responsables", "/comite/moments/:meeting/rencontres/:sitting/responsables", committee),
  ...posted("routes/comite.moments.$id.rencontres.$sitting.tenue", "/comite/moments/:meeting/rencontres/:sitting/tenue", committee),
  ...both("routes/comite.moments.$id.personnes._index", "/comite/moments/:meeting/personnes", committee),
  ...both("routes/comite.moments.$id.personnes.$speaker._index", "/comite/moments/:meeting/personnes/:speaker", committee),
  ...posted("routes/comite.moments.$id.personnes.$speaker.retrait", "/comite/moments/:meeting/personnes/:speaker/retrait", committee),
  ...both("routes/comite.moments.$id.dates._index", "/comite/moments/:draftMeeting/dates", committee),
  seen("routes/comite.moments.$id.dates.$poll._index", "/comite/moments/:datedMeeting/dates/:datePoll", committee),
  ...["heures._index", "personnes._index", "demande", "reprise"].flatMap((part) => both(`routes/comite.moments.$id.dates.$poll.${part}`, `/comite/moments/:datedMeeting/dates/:datePoll/${part.replace("._index", "")}`, committee)),
  ...both("routes/comite.moments.$id.dates.$poll.choix.$slot", "/comite/moments/:datedMeeting/dates/:datePoll/choix/:dateSlot", committee),
  ...["ouverture", "rappel", "fin"].flatMap((act) => posted(`routes/comite.moments.$id.dates.$poll.${act}`, `/comite/moments/:datedMeeting/dates/:datePoll/${act}`, committee)),
  ...posted("routes/comite.moments.$id.dates.$poll.heures.$slot.retrait", "/comite/moments/:datedMeeting/dates/:datePoll/heures/:dateSlot/retrait", committee),
  ...posted("routes/comite.moments.$id.dates.$poll.personnes.$person.retrait", "/comite/moments/:datedMeeting/dates/:datePoll/personnes/1/retrait", committee),
  ...posted("routes/comite.moments.$id.dates.$poll.personnes.$person.lien", "/comite/moments/:datedMeeting/dates/:datePoll/personnes/1/lien", committee),
  seen("routes/comite.signalements._index", "/comite/signalements", committee),
  seen("routes/comite.signalements.$id._index", "/comite/signalements/:report", committee),
  ...both("routes/comite.signalements.$id.$act", "/comite/signalements/:report/caviardage", committee),
  seen("routes/comite.incidents._index", "/comite/incidents", committee),
  script(seen("routes/comite.incidents.registre[.]csv", "/comite/incidents/registre.csv", committee)),
  ...both("routes/comite.incidents.$id", "/comite/incidents/:incident", committee),
  ...both("routes/discussions.$id.retrait", "/discussions/:guestThread/retrait", committee),
  // What the committee wrote to an author is theirs alone.
  seen("routes/signalements.$id", "/signalements/:report", { ...members, GET: { ...everyone(404), ...out.GET, invited: 302, elsewhere: 200 } }),
  ...both("routes/comite.fermetures._index", "/comite/fermetures", committee),
  ...posted("routes/comite.fermetures.$id.retrait", "/comite/fermetures/1/retrait", committee),
  ...both("routes/comite.poles._index", "/comite/poles", committee),
  ...both("routes/comite.poles.$id._index", "/comite/poles/:pole", committee),
  ...posted("routes/comite.poles.$id.fin", "/comite/poles/:pole/fin", committee),
  seen("routes/comite._index", "/comite", committee),
  ...both("routes/comite.invitations._index", "/comite/invitations", committee),
  ...posted("routes/comite.invitations.$id.renvoi", "/comite/invitations/:openInvitation/renvoi", committee),
  ...both("routes/comite.invitations.$id.revocation", "/comite/invitations/:openInvitation/revocation", committee),
  seen("routes/comite.membres._index", "/comite/membres", committee),
  seen("routes/comite.membres.$id._index", "/comite/membres/:member", committee),
  ...both("routes/comite.membres.$id.retrait", "/comite/membres/:member/retrait", committee),
  ...posted("routes/comite.membres.$id.retour", "/comite/membres/:member/retour", committee),
  ...posted("routes/comite.membres.$id.gestion", "/comite/membres/:member/gestion", committee),
  ...posted("routes/comite.membres.$id.fin-gestion", "/comite/membres/:member/fin-gestion", committee),
  ...both("routes/comite.organisations._index", "/comite/organisations", committee),
  ...both("routes/comite.organisations.$id.nom", "/comite/organisations/:organisation/nom", committee),

  // Administration.
  seen("routes/administration._index", "/administration", administrator),
  ...both("routes/administration.communaute", "/administration/communaute", administrator),
  seen("routes/administration.courriels._index", "/administration/courriels", administrator),
  ...posted("routes/administration.courriels.renvoi", "/administration/courriels/renvoi", administrator),
  ...posted("routes/administration.courriels.$id.renvoi", "/administration/courriels/00000000-0000-4000-8000-000000000000/renvoi", administrator),
  ...both("routes/administration.roles._index", "/administration/roles", administrator),
  ...both("routes/administration.roles.retrait", "/administration/roles/retrait", administrator),

  // Signing out comes last: it ends the persona's session.
  row("routes/deconnexion", "POST", "/deconnexion", everyone(303)),
];
