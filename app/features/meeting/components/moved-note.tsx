import { MovedNote } from "~/features/shell/components/moved-note";

/** The note of a page of meetings; 0 is the list. */
export const Moved = ({ id, ...page }: { id: number; stamp: number; here: string }) => <MovedNote event="meeting.moved" id={id} news={id === 0 ? "/moments/nouveautes" : `/moments/nouveautes?moment=${id}`} {...page} />;
