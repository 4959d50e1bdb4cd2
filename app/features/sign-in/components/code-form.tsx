import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Problem } from "~/kit/errors";
import { Acts, Button } from "~/ui/button";
import { CodeInput } from "~/ui/code-input";
import { ErrorSummary } from "~/ui/error-summary";
import { CODE_LENGTH, normaliseCode } from "../model";
import { waitingWords } from "./sign-in-form";

type CodeFormProps = {
  problem?: Problem | undefined;
  /** As typed in this browser; empty when it is not known any more. */
  address: string;
  shared: boolean;
  returnTo: string;
};

/** One box for the code. A link in the mail fills it in; a person presses the button. */
export function CodeForm({ problem, address, shared, returnTo }: CodeFormProps) {
  const pending = useNavigation().formAction === "/connexion/code";
  const error = problem?.fields?.code ?? (problem?.code === "code.wrong" ? problem.sentence : undefined);
  const general = problem && !error ? [waitingWords(problem)] : [];
  const box = useCodeFromLink();
  return (
    <div className="stack">
      {problem ? <ErrorSummary title="La connexion n’a pas eu lieu" problems={error ? [{ name: "code", message: error }] : []} general={general} /> : null}
      <Form className="form" method="post" action="/connexion/code" noValidate>
        <CodeInput
          name="code"
          label="Code reçu par courriel"
          hint="Six lettres et chiffres. Majuscules, minuscules et espaces ne changent rien."
          error={problem?.code === "code.wrong" ? "Ce code ne convient pas." : error}
          defaultValue={problem?.values?.code}
          signs={CODE_LENGTH}
          inputRef={box}
        />
        <Acts>
          <Button pending={pending} pendingText="Connexion…">
            Me connecter
          </Button>
        </Acts>
      </Form>
      <NothingCame address={address} shared={shared} returnTo={returnTo} />
    </div>
  );
}

/** Fills the box in from the part of the link that never leaves the browser, and takes it off the address. */
function useCodeFromLink() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const code = normaliseCode(window.location.hash.slice(1));
    if (!code || !box.current) return;
    box.current.value = code;
    box.current.focus();
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return box;
}

function NothingCame({ address, shared, returnTo }: Omit<CodeFormProps, "problem">) {
  const pending = useNavigation().formAction === "/connexion";
  return (
    <section className="section stack" aria-labelledby="rien-recu">
      <h2 id="rien-recu">Rien n’arrive?</h2>
      <p>
        Regardez aussi dans les courriels indésirables. Si l’adresse n’est pas la bonne, <Link to="/connexion">écrivez-en une autre</Link>.
      </p>
      {address ? (
        <Form method="post" action="/connexion">
          <input type="hidden" name="courriel" value={address} />
          <input type="hidden" name="retour" value={returnTo} />
          {shared ? <input type="hidden" name="partage" value="oui" /> : null}
          <Acts>
            <Button look="plain" pending={pending} pendingText="Envoi du code…">
              Envoyer un autre code
            </Button>
            <span className="hint">Le code précédent ne servira plus.</span>
          </Acts>
        </Form>
      ) : null}
    </section>
  );
}
