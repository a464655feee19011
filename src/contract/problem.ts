/** Every error that the API answers with: RFC 9457 problem details, with a stable `code`. */
import { z } from "zod";

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** Where the input was wrong, what was found there, and what is expected. */
export const inputFault = z.object({ field: z.string(), found: z.string(), expected: z.string() }).meta({ id: "InputFault" });
export type InputFault = z.infer<typeof inputFault>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    /** Find the request in the logs by it. */
    requestId: z.string(),
    errors: z.array(inputFault).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
