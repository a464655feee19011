/** The private PostgreSQL of `up`, when the environment names none. */
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { startPrivateDatabase } from "../../wiring/private-database.ts";
import { CliFailure } from "../failure.ts";
import type { Cellar } from "./cellar.ts";
import { keepRunning } from "./revive.ts";

type Order = {
  parts: { database: boolean; dataDir: string };
  /** Begin with an empty database; the one from before is put aside. */
  fresh: boolean;
  cellar: Cellar;
  onHurry(kill: () => Promise<void>): void;
  say: (line: string) => void;
};

/** The address of the private database, or null when the environment names one. */
export async function openDatabase({ parts, fresh, cellar, onHurry, say }: Order): Promise<string | null> {
  if (parts.database) {
    if (!fresh) return null;
    throw new CliFailure({
      code: "fresh-on-own-database",
      kind: "usage",
      message: "--fresh: found DATABASE_URL; expected the private database, the only one that `up` puts aside",
    });
  }
  if (fresh) await putAside(parts.dataDir, say);
  const database = await startPrivateDatabase(parts.dataDir);
  const { url, isRunning } = database;
  const revival = keepRunning({ url, isRunning, start: async () => (await startPrivateDatabase(parts.dataDir)).url, say });
  const close = async (): Promise<void> => {
    await revival[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  };
  cellar.keep({ name: "PostgreSQL", close });
  onHurry(close);
  return url;
}

async function putAside(dataDir: string, say: Order["say"]): Promise<void> {
  const folder = join(dataDir, "postgres");
  if (!existsSync(join(folder, "PG_VERSION"))) return;
  // A server left over from a killed `up` is taken over and stopped first.
  const leftOver = await startPrivateDatabase(dataDir);
  await leftOver[Symbol.asyncDispose]();
  const aside = `${folder}-until-${new Date().toISOString().replaceAll(/[-:]|\..*/g, "")}`;
  renameSync(folder, aside);
  say(`The database from before is in ${aside}; delete it when you do not need it.`);
}
