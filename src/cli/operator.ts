/** Whoever has a shell on this machine may do what an administrator may. */
export const OPERATOR = { actor: "cli", role: "admin" } as const;
