/** The private PostgreSQL of `callkeeper up`, and migrations without anything else, for the command line. */
import { startEmbeddedPostgres } from "../adapters/postgres/embedded.ts";
import { migrate, readMigrations } from "../adapters/postgres/migrate.ts";

export type PrivateDatabase = AsyncDisposable & {
  /** With its password: never to be logged. */
  url: string;
  /** True when the server was still running from before. */
  adopted: boolean;
  isRunning(): boolean;
};

/** Starts the server under `dataDir`, or takes over one that still runs. Throws an error that says what to do. */
export const startPrivateDatabase = (dataDir: string): Promise<PrivateDatabase> => startEmbeddedPostgres({ dataDir });

/** Applies what is missing; returns the names of the migrations applied now, and of all there are. */
export async function migrateDatabase(url: string): Promise<{ applied: string[]; all: string[] }> {
  return { applied: await migrate({ url }), all: readMigrations().map(({ name }) => name) };
}
