import type { Problem } from "~/kit/errors";
import { PlainPage } from "~/ui/plain-page";
import { SignInForm, type KeptFields } from "./sign-in-form";

const text = (value: string | number | null | undefined): string => (typeof value === "string" ? value : "");

/** The text that the refused write carried, where its form had a key to publish it with. */
const keptOf = ({ state, values = {} }: Problem): KeptFields | null => {
  const [path, formKey] = [text(state?.path), text(state?.key)];
  if (!path || !formKey) return null;
  return { path, formKey, json: text(state?.entries) || JSON.stringify(Object.entries(values)) };
};

/**
 * The page of a write that came after its session had ended: the sign-in form, with
 * the text in it. After the code the same person's text goes through.
 */
export function SessionEnded({ problem }: { problem: Problem }) {
  const kept = keptOf(problem);
  const lead = kept
    ? "Ce que vous avez écrit est conservé dans cette page. Connectez-vous\u00a0: l’envoi se fera juste après, sans rien réécrire."
    : "Connectez-vous pour continuer là où vous étiez.";
  return (
    <PlainPage brand="Le Fil" title="Votre session est terminée" lead={lead}>
      <title>Votre session est terminée – Le Fil</title>
      <SignInForm returnTo={text(problem.state?.from)} kept={kept} button="Recevoir un code" />
    </PlainPage>
  );
}
