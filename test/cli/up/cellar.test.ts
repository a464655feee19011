import { expect, it } from "vitest";
import { makeCellar } from "../../../src/cli/up/cellar.ts";

it("lets go in reverse, and one that fails does not keep the others from it", async () => {
  const cellar = makeCellar();
  const done: string[] = [];
  const troubles: string[] = [];
  const keep = (name: string, fails = false): void =>
    cellar.keep({
      name,
      close: async () => {
        if (fails) throw new Error(`${name} sticks`);
        done.push(name);
      },
    });
  keep("database");
  keep("server", true);
  keep("agents");
  expect(cellar.isBeingEmptied()).toBe(false);
  await cellar.empty((name, error) => troubles.push(`${name}: ${(error as Error).message}`));
  expect(done).toEqual(["agents", "database"]);
  expect(troubles).toEqual(["server: server sticks"]);
  expect(cellar.isBeingEmptied()).toBe(true);
});
