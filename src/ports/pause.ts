/** Wait for so many milliseconds. Given in, so that tests move the clock instead of sleeping. */
export type Pause = (ms: number) => Promise<void>;
