import { Acts, Button, ButtonLink } from "~/ui/button";
import type { TypedFields } from "../model";
import { KeptText } from "./kept-text";

type UnpublishedTextProps = { path: string; formKey: string; fields: TypedFields; returnTo: string };

/** A text that did not go through after signing in: to copy, or to post again as it was, which its own page then answers. */
export function UnpublishedText({ path, formKey, fields, returnTo }: UnpublishedTextProps) {
  return (
    <div className="stack">
      <KeptText json={JSON.stringify(fields)} label="Votre texte" />
      <Acts>
        <form method="post" action={path}>
          {fields.map(([name, value], index) => (
            <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="cle" value={formKey} />
          <Button>Essayer de nouveau</Button>
        </form>
        <ButtonLink look="plain" to={returnTo}>
          Continuer sans publier
        </ButtonLink>
      </Acts>
    </div>
  );
}
