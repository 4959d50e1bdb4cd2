import type { SharedFile } from "../model";

export type Outcome = { file: SharedFile } | { sentence: string } | { cancelled: true };
export type Upload = { done: Promise<Outcome>; cancel: () => void };

const BROKEN = "L’envoi a été interrompu. Vérifiez votre connexion, puis choisissez de nouveau ce fichier.";
const SENTENCES: Record<number, string> = {
  401: "Votre session est terminée. Votre texte est conservé\u00a0: connectez-vous, puis joignez de nouveau ce fichier.",
  403: "Votre participation est en pause\u00a0: vous ne pouvez pas joindre de fichier.",
  413: "C’est trop lourd pour être reçu.",
};

/** Sends one file. fetch cannot tell how much has gone; the older way can. */
export function upload(file: File, tell: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Outcome>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read(request));
    request.onerror = () => resolve({ sentence: BROKEN });
    request.onabort = () => resolve({ cancelled: true });
  });
  const form = new FormData();
  form.append("fichiers", file);
  request.open("POST", "/fichiers");
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function read({ status, responseText }: XMLHttpRequest): Outcome {
  try {
    const answer = JSON.parse(responseText) as { file?: SharedFile; problem?: { sentence: string; fields?: { fichiers?: string } } };
    if (answer.file) return { file: answer.file };
    return { sentence: answer.problem?.fields?.fichiers ?? answer.problem?.sentence ?? SENTENCES[status] ?? BROKEN };
  } catch {
    return { sentence: SENTENCES[status] ?? BROKEN };
  }
}

/** Takes back what no message has taken; if that fails, the night does it. */
export const withdraw = (id: number): void => void fetch(`/fichiers/${id}/retrait`, { method: "POST", body: new URLSearchParams(), redirect: "manual" }).catch(() => {});
