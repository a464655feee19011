import type { JobName, JobPayload } from "../jobs/catalog.ts";

/** Reminds workers. Losing every reminder loses nothing: see the sweep. */
export interface JobQueue {
  /** Add a job now or later. The same dedupe id while one waits is the same job. */
  remind<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: { delayMs?: number }): Promise<void>;
  remindAll<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void>;
}
