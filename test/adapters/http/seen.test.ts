import { describe, expect, it } from "vitest";
import { makeSeen } from "../../../src/adapters/http/seen.ts";
import { anAgent } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
const clock = movingClock();

describe("agents who are there", () => {
  it("are those whose program asked for something, and those who listen; others are not noted", async () => {
    const [asking, listening, silent] = [await anAgent(database.db), await anAgent(database.db), await anAgent(database.db)];
    const errors: unknown[] = [];
    const deps = { desks: database.stores.desks, clock, listening: () => [listening.id], onError: (error: unknown) => errors.push(error) };
    {
      await using seen = makeSeen(deps);
      const somebody = { id: asking.id, name: "Ada", actor: `user:${asking.id}`, expiresAt: null };
      seen.heard({ ...somebody, kind: "user", role: "agent" });
      // A supervisor who asks about an agent is not that agent.
      seen.heard({ ...somebody, id: silent.id, kind: "user", role: "supervisor" });
    }
    const rows = await database.db.selectFrom("agents").select(["id", "last_seen_at"]).execute();
    expect(new Map(rows.map((row) => [row.id, row.last_seen_at]))).toEqual(
      new Map([
        [asking.id, clock.now()],
        [listening.id, clock.now()],
        [silent.id, null],
      ]),
    );
    expect(errors).toEqual([]);
  });
});
