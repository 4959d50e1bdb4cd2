import { Tag } from "~/ui/tag";
import type { DutyState } from "../model";

/** What a role waits for, in words and a shape. */
export function DutyTag({ state, searching }: { state: DutyState; searching?: boolean }) {
  if (searching) return <Tag tone="honey">Cherche une relève</Tag>;
  switch (state) {
    case "accepted":
      return <Tag tone="moss">Accepté</Tag>;
    case "asked":
      return (
        <Tag tone="slate" shape="stitch">
          À confirmer
        </Tag>
      );
    case "proposed":
      return (
        <Tag tone="slate" shape="stitch">
          Au plan, pas encore demandé
        </Tag>
      );
    case "relief":
      return <Tag tone="honey">Besoin de relève</Tag>;
    case "open":
      return <Tag tone="honey">À nommer</Tag>;
  }
}
