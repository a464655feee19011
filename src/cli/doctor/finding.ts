/** One thing that the doctor looked at. `ill` makes the command fail, `odd` deserves a look. */
export type Finding = { name: string; state: "well" | "odd" | "ill"; found: string; expected?: string };

export const well = (name: string, found: string): Finding => ({ name, state: "well", found });
export const odd = (name: string, found: string, expected: string): Finding => ({ name, state: "odd", found, expected });
export const ill = (name: string, found: string, expected: string): Finding => ({ name, state: "ill", found, expected });
