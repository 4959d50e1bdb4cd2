import { Done } from "~/features/community/components/done";
import { PageHeader } from "~/ui/page-header";
import type { OwnPlace } from "../queries.server";
import { OwnPlaceWays, PausedNotice } from "./own-place";
import { ProfileForm } from "./profile-form";

const sentences = {
  profil: "Votre profil est enregistré.",
  reprise: "Votre participation reprend.",
  role: "Vous n’êtes plus à l’administration.",
};

/** One's own place in the community. */
export function Settings({ place }: { place: OwnPlace }) {
  return (
    <>
      <PageHeader title="Réglages" lead="Qui vous êtes ici, où vous êtes en session, et comment vous participez." />
      <Done sentences={sentences} />
      {place.paused ? <PausedNotice /> : null}
      <section className="section">
        <h2>Mon profil</h2>
        <ProfileForm {...place} />
      </section>
      <section className="section">
        <h2>Et aussi</h2>
        <OwnPlaceWays paused={place.paused} />
      </section>
    </>
  );
}
