import { Link } from "@remix-run/react";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { ShownMeeting } from "../pages.server";
import { SittingTag } from "./meeting-tags";
import { whereOf } from "../sitting/model";
import { When } from "./sitting-line";

/** « Prochain Moment d’échange », on the home page. */
export function NextMeeting({ meeting: { id, title, sittings } }: { meeting: ShownMeeting }) {
  const coming = sittings.filter(({ state, begun }) => state !== "held" && !(begun && state === "cancelled"));
  return (
    <section className="section" aria-labelledby="prochain">
      <h2 id="prochain">Prochain Moment d’échange</h2>
      <Yarn>
        <YarnItem knot="planned">
          <p className="yarn-title">
            <Link to={`/moments/${id}`}>{title}</Link>
          </p>
          {coming.map((sitting) => (
            <p key={sitting.id} className="yarn-note">
              {sitting.pole ? <b>{sitting.pole} · </b> : null}
              <When sitting={sitting} /> {sitting.pole ? null : `· ${whereOf(sitting)} `}
              <SittingTag state={sitting.state} />
            </p>
          ))}
        </YarnItem>
      </Yarn>
    </section>
  );
}
