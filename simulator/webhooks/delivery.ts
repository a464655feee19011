/** One HTTP request that the carrier made to the application, as it went. */
export type Delivery = {
  id: number;
  at: number;
  /** What it was: `twiml`, `call-status`, `amd`, `conference`, `recording`. */
  source: string;
  event: string;
  callSid: string | null;
  url: string;
  method: "GET" | "POST";
  params: Record<string, string>;
  /** 1 for the first try, more for its retries. */
  attempt: number;
  token: string;
  /** HTTP status, or null when no answer came. */
  status: number | null;
  ms: number;
  error: string | null;
  /** The fault rule that had a hand in it. */
  fault: string | null;
};
