import type { KnotKind } from "~/ui/knot";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/shape";
import { promiseNames, stateNames, type PromiseKind, type SurveyState } from "../model";

const tones: Record<SurveyState, Tone> = { draft: "honey", scheduled: "honey", open: "thread", closed: "slate" };
const knots: Record<SurveyState, KnotKind> = { draft: "planned", scheduled: "planned", open: "loose", closed: "done" };

export const knotOf = (state: SurveyState): KnotKind => knots[state];

export const StateTag = ({ state }: { state: SurveyState }) => <Tag tone={tones[state]}>{stateNames[state]}</Tag>;

export const promiseName = (promise: PromiseKind): string => promiseNames[promise];
