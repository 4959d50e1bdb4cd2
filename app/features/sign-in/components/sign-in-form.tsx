import { Form, useNavigation } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { Acts, Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { KeptText } from "./kept-text";

type SignInFormProps = {
  /** What stopped the form before, with what was typed. */
  problem?: Problem | undefined;
  returnTo?: string;
  /** A text whose session had ended: it travels with the form. */
  kept?: KeptFields | null;
  button?: string;
};

export type KeptFields = { path: string; formKey: string; json: string };

/** The text that came back with a form that was refused. */
export const keptIn = (values: Record<string, string> | undefined): KeptFields | null =>
  values?.suite_chemin && values.suite_cle && values.suite_champs
    ? { path: values.suite_chemin, formKey: values.suite_cle, json: values.suite_champs }
    : null;

/** Asks for an address, and sends a code to it. */
export function SignInForm({ problem, returnTo, kept = keptIn(problem?.values), button = "Recevoir un code" }: SignInFormProps) {
  const pending = useNavigation().formAction === "/connexion";
  const { fields = {}, values = {} } = problem ?? {};
  const problems = Object.entries(fields).map(([name, message]) => ({ name, message }));
  const general = problem && problems.length === 0 ? [waitingWords(problem)] : [];
  return (
    <div className="stack">
      {problem ? <ErrorSummary title="Le code n’est pas parti" problems={problems} general={general} /> : null}
      {kept ? <KeptText json={kept.json} /> : null}
      <Form className="form" method="post" action="/connexion" noValidate>
        <TextField
          name="courriel"
          type="email"
          label="Adresse courriel"
          hint="Celle où vous avez reçu votre invitation."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={values.courriel}
          error={fields.courriel}
          required
        />
        <Checkbox
          name="partage"
          value="oui"
          label="Cet ordinateur est partagé"
          hint="La session s’y ferme après 30 minutes sans activité, et au plus tard après 12 heures."
          defaultChecked={values.partage === "oui"}
        />
        <input type="hidden" name="retour" value={values.retour ?? returnTo ?? ""} />
        {kept ? <KeptInputs {...kept} /> : null}
        <Acts>
          <Button pending={pending} pendingText="Envoi du code…">
            {button}
          </Button>
        </Acts>
      </Form>
    </div>
  );
}

/** Why a form was refused as a whole, with how long to wait where that is known. */
export function waitingWords({ sentence, retryAfter }: Problem): string {
  if (retryAfter === undefined) return sentence;
  const minutes = Math.ceil(retryAfter / 60);
  return `${sentence} Dans ${minutes}\u00a0minute${minutes < 2 ? "" : "s"}, ce sera de nouveau possible.`;
}

function KeptInputs({ path, formKey, json }: KeptFields) {
  return (
    <>
      <input type="hidden" name="suite_chemin" value={path} />
      <input type="hidden" name="suite_cle" value={formKey} />
      <input type="hidden" name="suite_champs" value={json} />
    </>
  );
}
