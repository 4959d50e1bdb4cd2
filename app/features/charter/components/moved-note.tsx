import { useRef, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";

/** Says that the charter, or what is said of it, has changed, instead of moving it under someone's eyes. */
export function Moved({ stamp, here }: { stamp: number; here: string }) {
  const [changed, setChanged] = useState(false);
  const known = useRef(stamp);
  useLive("charter.moved", 0, async () => {
    const answer = await fetchNews("/charte/nouveautes");
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) setChanged(true);
  });
  return (
    <div role="status">
      {changed ? (
        <p className="float-note">
          La charte a changé{"\u00a0"}: <a href={here}>Actualiser</a>
        </p>
      ) : null}
    </div>
  );
}
