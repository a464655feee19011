import type { JobName, JobPayload } from "../jobs/catalog.ts";

export type JobContext = {
  jobId: string;
  /** 1 for the first run. */
  run: number;
  /** Aborted when the process must end and has waited long enough. */
  signal: AbortSignal;
};

export type JobHandling<Name extends JobName> = {
  /**
   * May run twice, late, or after its subject has changed. An error is tried again as the catalog says,
   * unless it has a property `retry` that is false.
   */
  handle: (payload: JobPayload<Name>, context: JobContext) => Promise<unknown>;
  /** Jobs of this name at the same time in this process. */
  concurrency: number;
};
export type JobHandlers = { readonly [Name in JobName]?: JobHandling<Name> };

/** Runs until disposed; disposing takes no new jobs and waits for those in hand. */
export type JobRunner = AsyncDisposable & { names: readonly JobName[]; isRunning(): boolean };
