/** Structured first, sentence second. Personal data only under keys with a `pii` segment. */
type Write = (fields: Record<string, unknown>, message: string) => void;

export type Log = { debug: Write; info: Write; warn: Write; error: Write };
