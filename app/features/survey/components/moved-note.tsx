import { useRef, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";

/** Says that what stands here has changed, instead of moving it under someone's eyes. */
export function Moved({ id, stamp, here }: { id: number; stamp: number; here: string }) {
  const [changed, setChanged] = useState(false);
  const known = useRef(stamp);
  useLive("survey.moved", id, async () => {
    const answer = await fetchNews(id === 0 ? "/sondages/nouveautes" : `/sondages/nouveautes?sondage=${id}`);
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) setChanged(true);
  });
  return (
    <div role="status">
      {changed ? (
        <p className="float-note">
          Cette page a changé{"\u00a0"}: <a href={here}>Actualiser</a>
        </p>
      ) : null}
    </div>
  );
}
