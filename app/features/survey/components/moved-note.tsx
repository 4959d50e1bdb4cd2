import { MovedNote } from "~/features/shell/components/moved-note";

/** The note of a page of surveys; 0 is the list. */
export const Moved = ({ id, ...page }: { id: number; stamp: number; here: string }) => <MovedNote event="survey.moved" id={id} news={id === 0 ? "/sondages/nouveautes" : `/sondages/nouveautes?sondage=${id}`} {...page} />;
