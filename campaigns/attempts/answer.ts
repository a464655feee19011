/** What picked up. `unknown` means that the carrier listened and could not tell. */
export const ANSWERS = ["human", "machine", "fax", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];

/** Certainly nobody to speak to: no agent is given to it, and one who has it gets it taken away. */
export const isNobody = (answer: Answer | null): answer is "machine" | "fax" => answer === "machine" || answer === "fax";
