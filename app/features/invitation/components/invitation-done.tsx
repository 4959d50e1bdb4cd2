import { useSearchParams } from "@remix-run/react";
import { StatusRegion } from "~/ui/status-region";

const sentences: Record<string, string> = {
  renvoi: "L’invitation repart, avec un nouveau lien valable 14 jours. L’ancien ne sert plus.",
  revocation: "L’invitation est retirée. Son lien ne sert plus.",
};

const countIn = (text: string | null): number => (/^\d{1,3}$/.test(text ?? "") ? Number(text) : 0);
const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

/** What became of the form before this page; its address says it. */
export function InvitationDone() {
  const [params] = useSearchParams();
  const [sent, renewed] = [countIn(params.get("envoyees")), countIn(params.get("renouvelees"))];
  const done = params.get("fait") ?? "";
  const parts = [
    sent > 0 ? plural(sent, "invitation envoyée", "invitations envoyées") : "",
    renewed > 0 ? plural(renewed, "invitation renouvelée", "invitations renouvelées") : "",
  ].filter(Boolean);
  const sentence = Object.hasOwn(sentences, done) ? sentences[done] : parts.length > 0 ? `${parts.join(", ")}.` : null;
  return <StatusRegion>{sentence}</StatusRegion>;
}
