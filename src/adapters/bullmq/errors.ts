import type { z } from "zod";

export type JobFaultCode = "job-store-unreachable" | "job-payload-refused";

/** A fault of the job store or of a job. `retry` says whether the same thing may work later. */
export class JobFault extends Error {
  readonly code: JobFaultCode;
  readonly retry: boolean;
  constructor(code: JobFaultCode, message: string, options: { cause?: unknown; retry: boolean }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "JobFault";
    this.code = code;
    this.retry = options.retry;
  }
}

/** Names field, found and expected. A payload holds ids only, so what was found may be told. */
export function payloadRefused(job: string, payload: unknown, error: z.ZodError): JobFault {
  const said = error.issues.map((issue) => {
    const found = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], payload);
    return `payload.${issue.path.join(".")}: found ${JSON.stringify(found) ?? "nothing"}; expected otherwise (${issue.message})`;
  });
  return new JobFault("job-payload-refused", `job ${job}: ${said.join("; ").replaceAll("payload.:", "payload:")}`, {
    cause: error,
    retry: false,
  });
}
