import { useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import { Progress } from "~/ui/progress";

export type Count = { people: number; of: number; organisations: number; ofOrganisations: number };

const words = (count: number, of: number, one: string, many: string): string => `${count} ${count < 2 ? one : many} sur ${of}`;

/** How many have signed, as they do; nobody is named, and who has not is not shown. */
export function SignedCount({ version, count: first }: { version: number; count: Count }) {
  const [live, setLive] = useState<{ from: Count; now: Count } | null>(null);
  const { people, of, organisations, ofOrganisations } = live?.from === first ? live.now : first;
  useLive("charter.moved", version, async () => {
    const answer = await fetchNews("/charte/signature/compte");
    setLive({ from: first, now: (await answer.json()) as Count });
  });
  return (
    <section className="section signed-count" aria-labelledby="compte">
      <h2 id="compte">Où en sommes-nous</h2>
      <Progress id="compte-personnes" label="Ont signé" value={people} max={Math.max(of, 1)} words={words(people, of, "personne", "personnes")} />
      <Progress id="compte-organisations" label="Ont signé" value={organisations} max={Math.max(ofOrganisations, 1)} words={words(organisations, ofOrganisations, "organisation", "organisations")} />
    </section>
  );
}
