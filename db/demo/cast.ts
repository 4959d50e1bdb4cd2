/**
 * The invented community of the demo: nobody here exists, nor does any of the
 * organisations, places or addresses. Pure data; dates are days before today.
 */

export type DemoRole = "manager" | "committee" | "administrator";
export type DemoState = "active" | "invited" | "paused" | "left" | "removed" | "guest";

export type DemoPole = { key: string; name: string };

export type DemoOrganisation = { key: string; name: string; kind: string; pole: string };

export type DemoPerson = {
  key: string;
  name: string;
  title: string;
  email: string;
  /** The first is the principal one; a manager answers for it. Empty for guests only. */
  organisations: string[];
  pole: string;
  roles: DemoRole[];
  state: DemoState;
  /** Days since the person came in; since the invitation for those invited and for guests. */
  joinedDaysAgo: number;
  /** Days since the present state, where it differs from having joined. */
  stateSinceDaysAgo?: number;
  /** The one thread a guest may read and write in: a key of CONVERSATIONS. */
  guestOf?: string;
};

export const COMMUNITY = {
  name: "Petite enfance Rivière-aux-Aulnes",
  territory: "MRC de la Rivière-aux-Aulnes",
  timeZone: "America/Toronto",
  /** Key of the organisation that answers for the community. */
  responsibleOrganisation: "bordee",
  privacyOfficer: {
    /** Key of the person. */
    person: "solange",
    name: "Solange Thiffault",
    title: "Directrice et responsable de la protection des renseignements personnels",
    contact: "confidentialite@labordee.exemple.test",
  },
} as const;

export const POLES: DemoPole[] = [
  { key: "port", name: "Port-aux-Aulnes" },
  { key: "ludivine", name: "Sainte-Ludivine" },
  { key: "grives", name: "Val-des-Grives" },
  { key: "oseille", name: "Pointe-à-l’Oseille" },
];

export const ORGANISATIONS: DemoOrganisation[] = [
  { key: "sante", name: "Centre de santé de la Rivière-aux-Aulnes", kind: "Centre de santé et de services sociaux", pole: "port" },
  { key: "cerfs-volants", name: "CPE Les Cerfs-volants du Port", kind: "Centre de la petite enfance", pole: "port" },
  { key: "tuque", name: "CPE La Tuque à pompon", kind: "Centre de la petite enfance", pole: "grives" },
  { key: "bureau", name: "Bureau coordonnateur de la Rivière-aux-Aulnes", kind: "Bureau coordonnateur de la garde en milieu familial", pole: "ludivine" },
  { key: "ecoles", name: "Centre de services scolaire des Trois-Ponts", kind: "Centre de services scolaire", pole: "port" },
  { key: "bordee", name: "Maison de la famille La Bordée", kind: "Maison de la famille", pole: "ludivine" },
  { key: "perron", name: "Maison de la famille Le Perron bleu", kind: "Maison de la famille", pole: "oseille" },
  { key: "lettres", name: "Lettres en poche", kind: "Organisme d’alphabétisation populaire", pole: "port" },
  { key: "lunes", name: "Premières Lunes", kind: "Centre de ressources périnatales", pole: "grives" },
  { key: "biblio", name: "Bibliothèque municipale de Port-aux-Aulnes", kind: "Bibliothèque municipale", pole: "port" },
];

export const PEOPLE: DemoPerson[] = [
  // Centre de santé de la Rivière-aux-Aulnes
  { key: "marjolaine", name: "Marjolaine Duquette-Roy", title: "Orthophoniste", email: "marjolaine.duquette-roy@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: [], state: "active", joinedDaysAgo: 344 },
  { key: "ines", name: "Inès Benkhelil", title: "Infirmière clinicienne en périnatalité", email: "ines.benkhelil@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: [], state: "active", joinedDaysAgo: 341 },
  { key: "frederic", name: "Frédéric Lapointe-Gagnier", title: "Travailleur social, jeunes familles", email: "frederic.lapointe-gagnier@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: [], state: "active", joinedDaysAgo: 340 },
  { key: "aminata", name: "Aminata Diarra", title: "Infirmière clinicienne, vaccination et suivi 0-5 ans", email: "aminata.diarra@centresante.exemple.test", organisations: ["sante"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 336 },
  { key: "josee-anne", name: "Josée-Anne L’Heureux", title: "Éducatrice spécialisée", email: "josee-anne.lheureux@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: [], state: "active", joinedDaysAgo: 338 },
  { key: "karine", name: "Karine Tousignant", title: "Ergothérapeute", email: "karine.tousignant@centresante.exemple.test", organisations: ["sante"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 335 },
  { key: "tomas", name: "Tomás Echeverri", title: "Psychoéducateur", email: "tomas.echeverri@centresante.exemple.test", organisations: ["sante"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 299 },
  { key: "lynda", name: "Lynda Provencher", title: "Cheffe de programme, enfance et famille", email: "lynda.provencher@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: ["manager"], state: "active", joinedDaysAgo: 343 },
  { key: "sarah-eve", name: "Sarah-Ève Courchesne", title: "Nutritionniste", email: "sarah-eve.courchesne@centresante.exemple.test", organisations: ["sante"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 310 },
  { key: "oumar", name: "Oumar Cissokho", title: "Travailleur social, équipe de proximité", email: "oumar.cissokho@centresante.exemple.test", organisations: ["sante"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 184 },
  { key: "veronique", name: "Véronique Hébert-Houle", title: "Organisatrice communautaire", email: "veronique.hebert-houle@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: ["committee"], state: "active", joinedDaysAgo: 347 },
  { key: "mai-linh", name: "Mai Linh Truong", title: "Hygiéniste dentaire en santé publique", email: "mai-linh.truong@centresante.exemple.test", organisations: ["sante"], pole: "port", roles: [], state: "active", joinedDaysAgo: 262 },

  // CPE Les Cerfs-volants du Port
  { key: "nadege", name: "Nadège Saint-Fleur", title: "Éducatrice, groupe des 3 ans", email: "nadege.saint-fleur@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: [], state: "active", joinedDaysAgo: 340 },
  { key: "chantal", name: "Chantal Boisclair-Ruest", title: "Directrice générale", email: "chantal.boisclair-ruest@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: ["manager"], state: "active", joinedDaysAgo: 343 },
  { key: "maude", name: "Maude Beaulac", title: "Éducatrice en pouponnière", email: "maude.beaulac@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: [], state: "active", joinedDaysAgo: 333 },
  { key: "olena", name: "Olena Kovalchuk", title: "Éducatrice en formation", email: "olena.kovalchuk@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: [], state: "active", joinedDaysAgo: 92 },
  { key: "genevieve", name: "Geneviève Rhéaume-Côté", title: "Agente-conseil en soutien pédagogique et technique", email: "genevieve.rheaume-cote@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: ["committee"], state: "active", joinedDaysAgo: 346 },
  { key: "jean-philippe", name: "Jean-Philippe Doucet", title: "Responsable de l’alimentation", email: "jean-philippe.doucet@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: [], state: "active", joinedDaysAgo: 301 },
  { key: "danae", name: "Danaé Panadis", title: "Éducatrice, groupe des 4 ans", email: "danae.panadis@cerfsvolants.exemple.test", organisations: ["cerfs-volants"], pole: "port", roles: [], state: "active", joinedDaysAgo: 334 },

  // CPE La Tuque à pompon
  { key: "isabelle", name: "Isabelle Morissette-Yergeau", title: "Directrice générale", email: "isabelle.morissette-yergeau@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: ["manager"], state: "active", joinedDaysAgo: 342 },
  { key: "rosalie", name: "Rosalie Champoux", title: "Éducatrice, groupe multiâge", email: "rosalie.champoux@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: [], state: "paused", joinedDaysAgo: 332, stateSinceDaysAgo: 48 },
  { key: "yasmine", name: "Yasmine El Amrani", title: "Éducatrice en pouponnière", email: "yasmine.el-amrani@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 288 },
  { key: "kevin", name: "Kevin Lafrenière", title: "Éducateur, groupe des 4-5 ans", email: "kevin.lafreniere@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 340 },
  { key: "marie-pier", name: "Marie-Pier Gélinas-Dubé", title: "Conseillère pédagogique", email: "marie-pier.gelinas-dube@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 339 },
  { key: "beatriz", name: "Beatriz Salazar Niño", title: "Éducatrice spécialisée, soutien à l’intégration", email: "beatriz.salazar-nino@latuque.exemple.test", organisations: ["tuque"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 276 },

  // Bureau coordonnateur de la Rivière-aux-Aulnes
  { key: "diane", name: "Diane Beauchemin", title: "Directrice", email: "diane.beauchemin@bcaulnes.exemple.test", organisations: ["bureau"], pole: "ludivine", roles: ["manager"], state: "active", joinedDaysAgo: 341 },
  { key: "stephanie", name: "Stéphanie Marcoux-Villemure", title: "Agente de soutien pédagogique", email: "stephanie.marcoux-villemure@bcaulnes.exemple.test", organisations: ["bureau"], pole: "ludivine", roles: ["committee"], state: "active", joinedDaysAgo: 346 },
  { key: "huguette", name: "Huguette Lamothe", title: "Responsable d’un service de garde éducatif en milieu familial", email: "huguette.lamothe@milieufamilial.exemple.test", organisations: ["bureau"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 337 },
  { key: "nawel", name: "Nawel Haddouche", title: "Responsable d’un service de garde éducatif en milieu familial", email: "nawel.haddouche@milieufamilial.exemple.test", organisations: ["bureau"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 171 },
  { key: "ginette", name: "Ginette D’Amours", title: "Responsable d’un service de garde éducatif en milieu familial", email: "ginette.damours@milieufamilial.exemple.test", organisations: ["bureau"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 333 },
  { key: "carolane", name: "Carolane Pépin", title: "Agente de conformité", email: "carolane.pepin@bcaulnes.exemple.test", organisations: ["bureau"], pole: "ludivine", roles: [], state: "invited", joinedDaysAgo: 9 },

  // Centre de services scolaire des Trois-Ponts
  { key: "martin", name: "Martin Vigneault-Cyr", title: "Directeur adjoint des services éducatifs", email: "martin.vigneault-cyr@troisponts.exemple.test", organisations: ["ecoles"], pole: "port", roles: ["manager"], state: "active", joinedDaysAgo: 338 },
  { key: "emilie", name: "Émilie Rousseau-Lemay", title: "Enseignante, maternelle 4 ans", email: "emilie.rousseau-lemay@troisponts.exemple.test", organisations: ["ecoles"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 333 },
  { key: "julie", name: "Julie Patenaude-Roy", title: "Enseignante, maternelle 5 ans", email: "julie.patenaude-roy@troisponts.exemple.test", organisations: ["ecoles"], pole: "port", roles: [], state: "active", joinedDaysAgo: 339 },
  { key: "annik", name: "Annik Sylvestre", title: "Conseillère en éducation préscolaire, Passe-Partout", email: "annik.sylvestre@troisponts.exemple.test", organisations: ["ecoles"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 336 },
  { key: "patrice", name: "Patrice Boisjoli", title: "Psychoéducateur au préscolaire", email: "patrice.boisjoli@troisponts.exemple.test", organisations: ["ecoles"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 318 },
  { key: "leila", name: "Leïla Mansouri", title: "Agente de liaison école-famille-communauté", email: "leila.mansouri@troisponts.exemple.test", organisations: ["ecoles", "lettres"], pole: "port", roles: [], state: "active", joinedDaysAgo: 307 },
  { key: "roxanne", name: "Roxanne Fafard", title: "Technicienne en éducation spécialisée au préscolaire", email: "roxanne.fafard@troisponts.exemple.test", organisations: ["ecoles"], pole: "grives", roles: [], state: "invited", joinedDaysAgo: 2 },

  // Maison de la famille La Bordée
  { key: "solange", name: "Solange Thiffault", title: "Directrice", email: "solange.thiffault@labordee.exemple.test", organisations: ["bordee"], pole: "ludivine", roles: ["manager", "administrator"], state: "active", joinedDaysAgo: 348 },
  { key: "audrey", name: "Audrey Cloutier-Nadeau", title: "Intervenante famille", email: "audrey.cloutier-nadeau@labordee.exemple.test", organisations: ["bordee"], pole: "ludivine", roles: ["committee"], state: "active", joinedDaysAgo: 347 },
  { key: "fatoumata", name: "Fatoumata Bah", title: "Animatrice de la halte-garderie", email: "fatoumata.bah@labordee.exemple.test", organisations: ["bordee"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 315 },
  { key: "eric", name: "Éric Paradis-Langevin", title: "Intervenant, pères et coparentalité", email: "eric.paradis-langevin@labordee.exemple.test", organisations: ["bordee"], pole: "ludivine", roles: [], state: "active", joinedDaysAgo: 327 },
  { key: "melissa", name: "Mélissa Jutras", title: "Éducatrice, ateliers parents-enfants", email: "melissa.jutras@labordee.exemple.test", organisations: ["bordee"], pole: "ludivine", roles: [], state: "left", joinedDaysAgo: 339, stateSinceDaysAgo: 74 },
  { key: "gabriela", name: "Gabriela Ionescu", title: "Agente de liaison, familles immigrantes", email: "gabriela.ionescu@labordee.exemple.test", organisations: ["bordee", "lettres"], pole: "port", roles: [], state: "active", joinedDaysAgo: 293 },

  // Maison de la famille Le Perron bleu
  { key: "line", name: "Line Houde", title: "Coordonnatrice", email: "line.houde@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: ["manager"], state: "active", joinedDaysAgo: 341 },
  { key: "alexis", name: "Alexis Turcotte-Ménard", title: "Intervenant de milieu", email: "alexis.turcotte-menard@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 324 },
  { key: "rose-aimee", name: "Rose-Aimée Nolett", title: "Intervenante, relevailles et répit", email: "rose-aimee.nolett@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: [], state: "active", joinedDaysAgo: 335 },
  { key: "sabrina", name: "Sabrina Dionne", title: "Animatrice en éveil moteur", email: "sabrina.dionne@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: [], state: "invited", joinedDaysAgo: 6 },
  { key: "mireille", name: "Mireille N’Diaye", title: "Intervenante familiale", email: "mireille.ndiaye@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: [], state: "paused", joinedDaysAgo: 322, stateSinceDaysAgo: 81 },
  { key: "raynald", name: "Raynald Patoine", title: "Animateur contractuel", email: "raynald.patoine@leperronbleu.exemple.test", organisations: ["perron"], pole: "oseille", roles: [], state: "removed", joinedDaysAgo: 260, stateSinceDaysAgo: 215 },

  // Lettres en poche
  { key: "bernard", name: "Bernard Pinsonnault", title: "Coordonnateur", email: "bernard.pinsonnault@lettresenpoche.exemple.test", organisations: ["lettres"], pole: "port", roles: ["manager", "administrator"], state: "active", joinedDaysAgo: 348 },
  { key: "camille", name: "Camille St-Onge", title: "Formatrice en littératie familiale", email: "camille.st-onge@lettresenpoche.exemple.test", organisations: ["lettres"], pole: "port", roles: ["committee"], state: "active", joinedDaysAgo: 345 },

  // Premières Lunes
  { key: "eve-lyne", name: "Ève-Lyne Gaucher", title: "Coordonnatrice", email: "eve-lyne.gaucher@premiereslunes.exemple.test", organisations: ["lunes"], pole: "grives", roles: ["manager"], state: "active", joinedDaysAgo: 340 },
  { key: "marie-claude", name: "Marie-Claude Veilleux", title: "Accompagnante périnatale et soutien à l’allaitement", email: "marie-claude.veilleux@premiereslunes.exemple.test", organisations: ["lunes"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 330 },
  { key: "zahra", name: "Zahra Rahimi", title: "Accompagnante à la naissance", email: "zahra.rahimi@premiereslunes.exemple.test", organisations: ["lunes"], pole: "grives", roles: [], state: "active", joinedDaysAgo: 133 },

  // Bibliothèque municipale de Port-aux-Aulnes
  { key: "pascal", name: "Pascal Desjarlais", title: "Bibliothécaire responsable", email: "pascal.desjarlais@biblioport.exemple.test", organisations: ["biblio"], pole: "port", roles: ["manager"], state: "active", joinedDaysAgo: 337 },
  { key: "noemie", name: "Noémie Laquerre", title: "Technicienne en documentation, secteur jeunesse", email: "noemie.laquerre@biblioport.exemple.test", organisations: ["biblio"], pole: "port", roles: ["committee"], state: "active", joinedDaysAgo: 345 },

  // Guests: one thread each, no organisation
  { key: "helene", name: "Hélène Bergeron-Wright", title: "Orthophoniste, conférencière invitée", email: "helene.bergeron-wright@parlotte.exemple.test", organisations: [], pole: "port", roles: [], state: "guest", joinedDaysAgo: 34, guestOf: "moment-langage-organisation" },
  { key: "samuel", name: "Samuel Adjavon", title: "Chercheur en éducation préscolaire", email: "samuel.adjavon@recherche.exemple.test", organisations: [], pole: "port", roles: [], state: "guest", joinedDaysAgo: 70, guestOf: "passage-maternelle" },
  { key: "dominique", name: "Dominique Lachance-Ouellet", title: "Psychologue, sommeil du jeune enfant", email: "dominique.lachance-ouellet@dodo.exemple.test", organisations: [], pole: "port", roles: [], state: "guest", joinedDaysAgo: 29, guestOf: "sieste-et-dodo" },
];

/** Those who get a button on the sign-in page of the demo, in this order. */
export const PERSONAS: { person: string; label: string }[] = [
  { person: "nadege", label: "Intervenante en CPE" },
  { person: "marjolaine", label: "Professionnelle du centre de santé" },
  { person: "emilie", label: "Enseignante, d’un autre milieu" },
  { person: "chantal", label: "Gestionnaire" },
  { person: "audrey", label: "Comité de travail" },
  { person: "bernard", label: "Administration" },
  { person: "helene", label: "Personne invitée" },
  { person: "roxanne", label: "Nouvelle venue (invitation à terminer)" },
  { person: "mireille", label: "En pause" },
];
