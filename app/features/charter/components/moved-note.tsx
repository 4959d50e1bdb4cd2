import { MovedNote } from "~/features/shell/components/moved-note";

/** The note of a page of the charter, or of what is said of it. */
export const Moved = (page: { stamp: number; here: string }) => <MovedNote event="charter.moved" id={0} news="/charte/nouveautes" words="La charte a changé" {...page} />;
