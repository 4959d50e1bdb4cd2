import type { Role } from "../model";

/** What those responsible do around a sitting, and when: days from it, before (-42) or after (7). */
export type Step = { days: number; role: Role; title: string; message: string };
