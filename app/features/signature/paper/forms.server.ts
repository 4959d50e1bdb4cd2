import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatShortDate } from "~/kit/format";
import { writeOnce } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { filePath } from "~/features/file/model";
import { withFiles } from "~/features/file/pages.server";
import { mayShareFile } from "~/features/file/policy";
import { codeOf } from "../log/entries";
import { receiptPath } from "../model";
import { mayRecordPaper } from "../policy";
import { buttonOnly } from "../schema";
import { ACT_NAMES, PAPER } from "./model";
import { confirmPaper, dropPaper, recordPaper } from "./mutations.server";
import { listPaperChoices, listPapers, type FoundPaper } from "./queries.server";
import { paperInput } from "./schema";

/** The loader's data of the page of what was signed on paper. */
export async function paperPage(actor: MemberActor) {
  const [zone, papers, choices] = await Promise.all([communityTimeZone(), listPapers(actor), listPaperChoices(actor)]);
  const shown = papers.map((paper) => shownPaper(paper, actor, zone));
  return {
    waiting: shown.filter(({ confirmer }) => confirmer === null),
    confirmed: shown.filter(({ confirmer }) => confirmer !== null),
    versions: choices.versions,
    whose: [
      ...choices.people.map(({ id, name, organisation }) => ({ value: `membre-${id}`, label: organisation === null ? name : `${name}, ${organisation}` })),
      ...choices.organisations.map(({ id, name }) => ({ value: `organisation-${id}`, label: `Organisation\u00a0: ${name}` })),
    ],
    today: dayName(wallTimeAt(now(), zone)),
  };
}

const shownPaper = ({ id, act, version, of, name, title, signedOn, fileId, fileName, recordedBy, recorder, recordedAt, memberId, confirmer, hash }: FoundPaper, actor: MemberActor, zone: string) => ({
  id, act, version, of, name, title, recorder, confirmer,
  actName: ACT_NAMES[act],
  on: formatShortDate(new Date(`${signedOn}T12:00:00Z`), "UTC"),
  recorded: formatShortDate(new Date(recordedAt), zone),
  scan: { to: filePath({ id: fileId, name: fileName }), name: fileName },
  /** A second person is needed, and whoever signed is not one. */
  mayConfirm: recordedBy !== actor.memberId && memberId !== actor.memberId,
  receipt: act === "signature" && hash !== null ? receiptPath(codeOf(hash)) : null,
});

const SCAN = "Joignez la page signée, numérisée\u00a0: un seul fichier, PDF ou image.";

export async function recordFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayRecordPaper(actor);
  return withFiles(
    actor,
    form,
    paperInput,
    (input, files) => {
      const [file, ...others] = files;
      if (!file || others.length > 0) throw new DomainError("input.invalid", { fields: { fichiers: SCAN } });
      return writeOnce(actor, form, async (tx) => {
        await recordPaper(tx, proof, input, mayShareFile(actor), file.id);
        return `${PAPER}?fait=inscrite`;
      });
    },
    { shared: false },
  );
}

export async function confirmPaperFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRecordPaper(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await confirmPaper(tx, proof, id);
    return `${PAPER}?fait=confirmee`;
  });
}

export async function dropPaperFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRecordPaper(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await dropPaper(tx, proof, id);
    return `${PAPER}?fait=ecartee`;
  });
}
