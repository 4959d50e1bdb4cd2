import { MAX_ARCHIVE, TOO_LARGE_SENTENCE } from "../model";
import { textsOnly } from "./texts-only";

export type Outcome = { to: string } | { sentence: string };

const BROKEN = "L’envoi a été interrompu\u00a0: rien n’a été gardé. Vérifiez votre connexion, puis réessayez.";
const SENTENCES: Record<number, string> = {
  401: "Votre session est terminée\u00a0: connectez-vous, puis choisissez de nouveau l’archive.",
  403: "Votre participation est en pause\u00a0: vous ne pouvez rien apporter.",
  413: TOO_LARGE_SENTENCE,
};

/** Sends an archive, of which only the texts of groups leave the device where it can be opened here. */
export async function sendArchive(file: File, tell: (part: number) => void): Promise<Outcome> {
  const body = (await textsOnly(file).catch(() => null)) ?? file;
  if (body.size > MAX_ARCHIVE) return { sentence: TOO_LARGE_SENTENCE };
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read(request));
    request.onerror = () => resolve({ sentence: BROKEN });
    request.onabort = () => resolve({ sentence: BROKEN });
    const form = new FormData();
    form.append("archive", body, "archive.zip");
    request.open("POST", "/archive/apports/envoi");
    request.send(form);
  });
}

function read({ status, responseText }: XMLHttpRequest): Outcome {
  try {
    const { to, problem } = JSON.parse(responseText) as { to?: string; problem?: { sentence: string; fields?: { archive?: string } } };
    return to ? { to } : { sentence: problem?.fields?.archive ?? problem?.sentence ?? SENTENCES[status] ?? BROKEN };
  } catch {
    return { sentence: SENTENCES[status] ?? BROKEN };
  }
}
