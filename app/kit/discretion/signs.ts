/**
 * What, said beside a name, makes it a child or a family rather than a colleague. Patterns over folded text
 * (no accents, no capitals), used on windows of bounded length; none repeats within a repetition.
 */

const AMOUNT = "(?:\\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt)";
const SPAN = `${AMOUNT}(?: ?1/2)? ?(?:ans?|mois|semaines|jours)\\b(?: et demie?\\b)?`;

/** « , 3 ans », « (4 ans) », « a 18 mois », « qui aura bientôt cinq ans »: an age said of who was just named. */
export const AGED = new RegExp(
  `^[\\s,(:–-]{0,4}(?:(?:${"[a-z'-]{2,20}"}),? ){0,3}?(?:qui |il |elle )?(?:est )?(?:agee?s? de |vient d'avoir |a |aura |ont |fete ses )?(?:bientot |presque |seulement |environ |a peine |deja )?${SPAN}(?! (?:d'experience|d'anciennete|d'anime|de (?:service|metier|carriere|retard|pratique|travail)|a (?:animer|travailler|attendre)|plus tard|apres))`,
);
/** The same right beside a word that is not known as a name: « Éléa, 3 ans », « Éléa (4 ans) », « Éléa a 18 mois ». */
export const AGED_AT_ONCE = new RegExp(`^(?:, | \\(|,? agee? de | a )${AMOUNT} ?(?:ans?|mois)\\b(?: et demie?\\b)?(?! (?:d'experience|d'anciennete|de (?:service|metier|carriere|retard|pratique|travail)|plus tard|apres|que))`);
/** An age of a long time: « depuis 3 ans », « les 4 ans », « des enfants de 5 ans ». */
export const NOT_AN_AGE = /(?:depuis|pendant|durant|il y a|apres|dans|pour|aux|les|des|ces|groupe de|groupes? d'|enfants? de|maternelle|bebes? de|formation de|mandat de|jusqu'a|avant|en|programme|les enfants|parents?|chaque|toutes? les?|tous les|\d-)\s*(?:bientot |presque |environ )?$/;
export const SPAN_ANYWHERE = new RegExp(SPAN, "g");

/** « le petit », « l’élève », « bébé »… before a name. */
export const CHILD_BEFORE = /(?:^|[^a-z])(?:petite?s?|p'tite?s?|bebes?|nourrisson|poupon|enfants?|eleves?|fillettes?|garcons?|gars|tout-petit|coco|cocotte|jumeaux|jumelles|jumeau|jumelle|neveux?|nieces?|(?:notre|nos) amie?s?|(?:ma|sa|ta|leur|notre|votre) fille|(?:mon|son|ton|leur|notre|votre) fils|patiente?|cliente?|usagere?)(?: (?:nommee?|prenommee?|appelee?|autiste|sourde?|trisomique))?[ ,:(]{1,2}$/;
/** « la mère de », « les parents du petit »… before a name. */
export const KIN_BEFORE = /(?:^|[^a-z])(?:meres?|peres?|mamans?|papas?|parents?|soeurs?|freres?|fils|filles?|grand-?meres?|grand-?peres?|grands-parents|beau-pere|belle-mere|demi-(?:soeur|frere)|tantes?|oncles?|cousine?s?|conjointe?|tut(?:eur|rice)|petite?|petits|bebe|jumeaux|jumelles|garcon|gars|famille)(?: biologique| d'accueil)? (?:de |d'|du |a |au |des )(?:la |le |l')?(?:petite? |bebe )?$/;
/** « la famille Untel », not « la Maison de la famille ». */
export const FAMILY_BEFORE = /(?:^|[^a-z])familles? (?:[do]')?$/;
export const FAMILY_HOUSE = /maisons? (?:de la |des )famill/;
export const CALLED_BEFORE = /(?:s'appell\w{1,4}|se nomm\w{1,4}|prenom(?: ?:| est| c'est)?|nommee?|prenommee?|surnommee?)[ :«"]{1,3}$/;
/** « la travailleuse sociale de », « le diagnostic de »… before a name. */
export const CASE_BEFORE = /(?:^|[^a-z])(?:travailleuse sociale|travailleur social|intervenante?s?|educatrice speciali\w+|psychologue|ergotherapeute|avocate?|medecin|pediatre|diagnostics?|dossier|autisme|tsa|tdah?|tdl|troubles?|retard|crises?|comportements?|deces|deuil|placement|signalement|medicaments?|maladie|cancer|epilepsie|allergies?|colere|agressivite|dysphasie|trisomie|anniversaire|biberon|suce|couches|hospitalisation|adoption)(?: (?:de langage|global))? (?:de |d'|du |a |chez )(?:la |le )?(?:petite? )?$/;
/** « la mère », « une maman de tel village »… with the name beside it. */
export const KIN_BESIDE_BEFORE = /(?:^|[^a-z])(?:une?|la|le|sa|son|cette|ce) (?:jeune )?(?:mere|maman|pere|papa|grand-mere|grand-pere)(?: (?:de|d'|du|a) ?[a-z' -]{2,30})?, ?$/;
export const TITLE_BEFORE = /(?:^|[^a-z])(?:mme|mlle|madame|mademoiselle|monsieur|mr|m\.)\.? $/;

/** « , le petit gars… », « , fils du maire », « , ma puce de 18 mois ». */
export const CHILD_AFTER = /^(?: [a-z'-]{2,20})?,? \(?(?:est )?(?:mon|ma|notre|un|une|le|la|l')? ?(?:plus )?(?:petite?s?|fillette|garcon|bebe|poupon|enfant|gars|cocotte|puce|jumeau|jumelle|fils|fille|petite?-fil\w+|soeur|frere|mere|pere|maman|papa|niece|neveu)\b(?! (?:groupe|mot|question|livre|truc|atelier|salle|equipe|guide|outil|pas))/;

const ILLNESS = "tsa|autis[mt]\\w{1,3}|tdah?|tdl|dysphasi\\w+|dyspraxi\\w+|dyslexi\\w+|trisomi\\w+|paralysie|epilep\\w+|surdite|sourde?|malentendante?|aveugle|implant|retard\\w* (?:global|de langage|du langage|moteur|de developpement|de croissance|scolaire|severe)|troubles? (?:de |du |d'|grave|developpement)|anxie(?:ux|use|te)|depressi\\w+|depression|hyperacti\\w+|tourette|alcoolisation|syndrome|cancer|leucemie|tumeur|diabet\\w+|allergi\\w+|asthm\\w+|begaie\\w*|begaiement|non[ -]verbale?|fauteuil roulant|concerta|ritalin|prematuree?|a \\d\\d semaines|maladie|handicap\\w*|opere\\w?|hospitali\\w+|poux|gale|anorexi\\w+|psychiatri\\w+|evaluation pour|diagnosti\\w+|mutisme|convulsion\\w*|tubes?|meningite|amputee?|vih|avaler?|poids";
const SITUATION = "dpj|signal(?:ement|ee?)|plac(?:ee?s?|ement)\\b(?! d)|famille d'accueil|garde partagee|garde exclusive|la garde|separes?|se separent|separation|divorc\\w+|violen\\w+|neglig\\w+|maltrait\\w+|prison|detention|incarcer\\w+|decedee?s?|deces|mort|morte|suicid\\w+|deuil|consomme\\w*|alcoolique|drogu\\w+|toxicoman\\w+|en cure|refugie\\w*|sans statut|de statut|sans papiers|itineran\\w+|fugue\\w*|expuls\\w+|insalubre|adoptee?s?|abus\\w*|devoil\\w+|bleus|des coups|faillite|chomage|perd(?:u|re) son emploi|fausse couche|enceinte|tentative|retiree?s?|incendie|affamee?|sales?\\b|une semaine chez|chez (?:sa|son) |camp de|mineure|menace\\w*|crie apres|epuisee?|pauvr\\w+|banque alimentaire|demenag\\w+";
const CONDUCT = "mord\\w*|tape\\b|frappe\\w*|crises?|pleur\\w+|couches?|pas propre|proprete|suce\\b|biberon|ne (?:parle|marche|mange|dort|regarde|joue|pointe|sort|ecoute|comprend|voit|grandit) |refuse de|refus scolaire|mouille\\w*|a la sieste|cauchemar\\w*|exclure|se cache|dans sa case|begai\\w+|a peur|dort (?:tres |pas|plus|mal)|crie\\b|s'isole|lance(?:r)? |a lance|est absente?|absent depuis|sans arret|s'est fait";
const CARE = "frequente\\w{0,3}|inscrite?s? (?:au|a la|chez|en)|suivie?s? (?:au|en|par|a)|(?:dans|de) mon groupe|dans notre groupe|dans la classe|commence (?:la maternelle|la garderie|chez)|a commence chez|gardee?s? par|vit (?:chez|avec|dans|une|de|a)|vient d'arriver|est arrivee? (?:de|du|d'|au|cet|cette)|, arrivee? (?:de|du|d'|au|cet|cette)|nouvelle? dans le groupe|son eleve|une place d'urgence|pas de transport";
const KIN = "(?:sa|son|ses|leurs?) (?:jeune |propre )?(?:mere|pere|parents|maman|papa|famille|soeurs?|freres?|grand-?mere|grand-?pere|tante|oncle|tutrice|tuteur|beau-pere|belle-mere|petite soeur|petit frere|jumeau|jumelle)|(?:sa|son|leur) (?:fils|fille|bebe|enfant)|maman|papa\\b|la petite\\b|le petit\\b";

/** Said anywhere after a name, in the same sentence. */
export const SIGN = new RegExp(`\\b(?:${ILLNESS}|${SITUATION}|${CONDUCT}|${CARE}|${KIN})`);
/** Illness, unusual situation or age: what goes with initials and with titles. */
export const RARE_SIGN = new RegExp(`\\b(?:${ILLNESS}|${SITUATION}|${CONDUCT}|${CARE}|seule?s? |unique |${SPAN})`);

/** Someone who talks about a thing rather than lives it, or works with it. */
export const AT_WORK = /\b(?:formations?|formee?|ateliers?|conferenc\w+|capsules?|guides?|livres?|documents?|outils?|fiches?|feuilles?|expertise|experience|video\w*|diapos\w*|presentation|anim(?:e|er|era|ation|atrice|ateur)\b|presenter\w*|presente (?!un|une|des)|parlera|parle (?:de|du|des|souvent)|explique\w*|projets?|articles?|tableaux?|propos\w+|prepar\w+|specialis\w+|recherches?|webinaire|kiosque|ressources?|repond\w*|partage\w* (?:de|d'|un|une|son|l)|adapter?|programmes?|sondages?|modeles?|colloque|congres|travaille\w*|offre\w*|offert|service de garde|lettre|thematiques?|themes?|comite|rencontre|reunion|moment d'echange|collegues?|conge|retraite|souvent que|m'a (?:parle|dit|envoye|prete|conseille)|merci|spectacle|bilan|compte rendu|equipe|recette|dossier du mois|s'occupe|lien vers|recommand\w+|suggere\w*|connait|connaissez)\b/;
const TRADE = "(?:educat\\w+|orthophoniste|orthopedagogue|intervenant\\w*|direct\\w+|infirmiere?s?|psychoeducat\\w+|psychologue|travailleuse sociale|travailleur social|agente?|conseillere?|coordonnat\\w+|coordinat\\w+|responsable|gestionnaire|enseignante?|prof|ergotherapeute|nutritionniste|hygieniste|bibliothecaire|animat\\w+|stagiaire|secretaire|adjointe?|medecin|pediatre|technicien\\w*|tes|collegues?|benevole|membres?|conferencier\\w*|formatr?\\w+|preposee?|cuisiniere?|policier\\w*|mairesse|maire|chercheu\\w+)";
/** « Julie, éducatrice », « Sophie du CPE ». */
export const COLLEAGUE_AFTER = new RegExp(`^(?: [a-z'-]{2,20})?(?:,? (?:notre |votre |une? |la |le |l')?${TRADE}\\b|,? (?:du|de la|de l'|des|d'|au|a la) ?(?:cpe|clsc|cisss|ciusss|dpj|direction|centre|bureau|ecole|commission|ressources|comite|maison|halte|organisme|municipalite|mrc|equipe|point de service)\\b|,? (?:tu |peux-tu|as-tu|es-tu|pourrais-tu|ton |ta |tes |avez-vous|pouvez-vous|pourriez-vous|merci|bravo|je te|je t'))`);
/** « Merci à », « Bonjour », « notre orthophoniste, ». */
export const COLLEAGUE_BEFORE = new RegExp(`(?:^|[^a-z])(?:merci(?: beaucoup| encore)?(?: a)?|bravo(?: a)?|bonjour|bonsoir|allo|salut|cheres?|chers?|bienvenue a|avec le depart de|avec|selon|d'accord avec|(?:par|a|de|ma|mon|notre|la|le|l'|une?) ?(?:collegue )?${TRADE})[ ,:]{1,2}$`);

/** What someone asks about: a case, when a sign follows. */
export const ASKED_BEFORE = /(?:^|[^a-z])(?:question|idees?|aide|aider|trucs?|ressources?|inquietudes?|nouvelles|conseils?|solutions?|piste|place|integrer|accueillir|recu|aupres|rencontre|contre|j'ai|avec)(?: (?:pour|sur|de|d'|a))? $/;

export const RARE = /\b(?:la seule|le seul|les seule?s|l'unique|seule?) (?:(?:petite?|jeune|famille|enfant|garcon|fille|fillette|bebe|eleve|mere|maman|pere|papa|parent|couple|jumeaux|jumelles|triplees?|femme|homme)\b)[^.!?\n]{0,60}?(?:\b(?:de|d'|du|a|au|dans|en) ?(?:la |le |l')?(?:village|municipalite|paroisse|rang|quartier|rue|territoire|mrc)\b)/g;
export const RARE_IN_PLACE = /\b(?:la seule|le seul|les seule?s|l'unique|seule?) (?:petite?|jeune|famille|enfant|garcon|fille|fillette|bebe|eleve|mere|maman|pere|papa|parent|couple|jumeaux|jumelles|triplees?|femme|homme)\b[^.!?,;\n]{0,50}?\b(?:de|d'|du|a|au|en) ?$/;
