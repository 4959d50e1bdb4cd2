import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { FOLLOW_UP, SIGNING, VERIFICATION } from "../model";
import { PUBLICATION } from "../publication/model";

/** At the end of the text in force: where it is signed. */
export function SigningPanel() {
  return (
    <section className="section screen-only" aria-labelledby="signature">
      <h2 id="signature">La signature</h2>
      <p>Chaque personne signe pour elle-même, et chaque organisation par sa ou son gestionnaire.</p>
      <p className="row">
        <ButtonLink look="plain" to={SIGNING}>
          Signer, ou voir votre signature
        </ButtonLink>
        <Link to={VERIFICATION}>Vérifier un reçu</Link>
      </p>
    </section>
  );
}

/** The committee's way from leading the text to its signatures. */
export function SigningDesk() {
  return (
    <section className="section" aria-labelledby="signatures">
      <h2 id="signatures">La version en vigueur et ses signatures</h2>
      <Yarn tight>
        <YarnItem>
          <YarnText title={<Link to={PUBLICATION}>Mettre une version en vigueur</Link>} note="Une version adoptée, avec ce qui change et pourquoi" />
        </YarnItem>
        <YarnItem>
          <YarnText title={<Link to={FOLLOW_UP}>Suivi des signatures</Link>} note="Par organisation, avec les rappels et le journal" />
        </YarnItem>
      </Yarn>
    </section>
  );
}
