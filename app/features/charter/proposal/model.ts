export type ProposalState = "open" | "accepted" | "accepted-in-part" | "declined" | "withdrawn";

export const PROPOSAL_NAMES: Record<ProposalState, string> = {
  open: "Proposée",
  accepted: "Acceptée",
  "accepted-in-part": "Acceptée en partie",
  declined: "Non retenue",
  withdrawn: "Retirée",
};
