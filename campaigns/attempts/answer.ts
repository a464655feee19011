/** What picked up. `unknown` means that the carrier listened and could not tell. */
export const ANSWERS = ["human", "machine", "fax", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];
