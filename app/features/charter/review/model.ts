export type ReviewAnswer = "approved" | "reserved" | "change";

export const ANSWER_NAMES: Record<ReviewAnswer, string> = { approved: "Approuvé", reserved: "Approuvé avec réserve", change: "Modification demandée" };
