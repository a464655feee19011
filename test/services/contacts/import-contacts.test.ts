import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import type { ImportAnswer, ImportOrder } from "../../../src/services/contacts/import-contacts.ts";
import { aContact, anAttempt, aCampaign } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

const fixture = (name: string) => createReadStream(fileURLToPath(new URL(`../../fixtures/csv/${name}`, import.meta.url)));
async function* text(csv: string): AsyncGenerator<Buffer> {
  yield Buffer.from(csv);
}
const order = (stream: ImportOrder["stream"], more: Partial<ImportOrder> = {}): ImportOrder => ({
  name: "Spring",
  sourceName: "spring.csv",
  createdBy: null,
  stream,
  ...more,
});
const bring = (csv: string, more: Partial<ImportOrder> = {}): Promise<ImportAnswer> => desk.importContacts(order(text(csv), more));

async function ready(csv: string, more: Partial<ImportOrder> = {}) {
  const answer = await bring(csv, more);
  if (!answer.ok) throw new Error(answer.detail);
  return answer.list;
}
const contactsOf = async (listId: string) => (await database.stores.contacts.page({ listId, after: null, limit: 100 })).items;
const personOf = async (phone: string) =>
  (await database.stores.contacts.page({ phone, after: null, limit: 10 })).items.map(({ personId }) => personId);
const count = async (table: "contacts" | "contact_phones" | "person_phones" | "refused_rows" | "places"): Promise<number> =>
  Number(
    (
      await database.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow()
    ).count,
  );

describe("importing a list", () => {
  it("takes every row with its numbers in order, its place and its other columns", async () => {
    const list = await ready("First name,Last name,Phone,Phone 2,State,Plan\nRobin,Example,(202) 555-0100,+44 20 7946 0018,DC,gold\n", {
      country: "US",
    });
    expect(list).toMatchObject({
      state: "ready",
      counts: { rows: 1, accepted: 1, refused: 0, duplicates: 0 },
      sourceName: "spring.csv",
      failure: null,
    });
    expect(list.header).toEqual(["First name", "Last name", "Phone", "Phone 2", "State", "Plan"]);
    expect(await contactsOf(list.id)).toMatchObject([
      {
        givenName: "Robin",
        familyName: "Example",
        region: "DC",
        fields: { Plan: "gold" },
        phones: [
          { position: 1, phone: "+12025550100", badReason: null },
          { position: 2, phone: "+442079460018", badReason: null },
        ],
      },
    ]);
    const placed = await database.db
      .selectFrom("contact_phones")
      .innerJoin("places", "places.id", "contact_phones.place_id")
      .select(["position", "zones"])
      .orderBy("position")
      .execute();
    expect(placed[0]?.zones).toEqual(["America/New_York"]);
    expect(placed[1]?.zones).toContain("Europe/London");
  });

  it("keeps refused rows with line, field, reason, found and expected, and gives them back under the list's header", async () => {
    const list = await ready("Name,Phone\nRobin,12345\nKim,+12025550101\nSam,\n");
    expect(list.counts).toEqual({ rows: 3, accepted: 1, refused: 2, duplicates: 0 });
    const parts: string[] = [];
    for await (const part of (await desk.refusedRows(list.id)) ?? []) parts.push(part);
    const lines = parts.join("").split("\r\n");
    expect(lines[0]).toMatch(/^refused_line,.*,Name,Phone$/);
    expect(lines[1]).toMatch(/^2,Phone,bad-phone,12345,.*,Robin,12345$/);
    expect(lines[2]).toMatch(/^4,Phone,no-phone,,a phone number,Sam,$/);
    expect(await desk.refusedRows("00000000-0000-7000-8000-000000000000")).toBeUndefined();
  });

  it("refuses a contact whose first number is in the list already, also from an earlier batch", async () => {
    const filler = Array.from({ length: 1_500 }, (_, index) => `X,+1202555${String(2_000 + index)}`).join("\n");
    const list = await ready(
      `Name,Phone\nRobin,+12025550100\n${filler}\nRobin again,(202) 555-0100\nKim,+12025550101\nKim,+12025550101\n`,
      { country: "US" },
    );
    expect(list.counts).toEqual({ rows: 1_504, accepted: 1_502, refused: 2, duplicates: 2 });
    const refused = [];
    for await (const row of database.stores.contactLists.refusedRows(list.id)) refused.push(row);
    expect(refused).toMatchObject([
      { line: 1_503, field: "Phone", reason: "duplicate", found: "+12025550100", cells: ["Robin again", "(202) 555-0100"] },
      { line: 1_505, reason: "duplicate" },
    ]);
  });

  it("takes a number once that stands twice in a row", async () => {
    const answer = await desk.importContacts(order(fixture("duplicates.csv"), { country: "US" }));
    expect(answer).toMatchObject({ ok: true, list: { counts: { rows: 3, accepted: 2, duplicates: 1 } } });
  });

  it("keeps a contact whose place nobody knows: that is for the gate to refuse", async () => {
    const list = await ready("Phone,Country\n+12025550100,Atlantis\n");
    expect(list.counts.accepted).toBe(1);
    const place = await database.db.selectFrom("places").select("zones").executeTakeFirstOrThrow();
    expect(place.zones).toEqual([]);
  });

  it("keeps each place once, however many contacts share it", async () => {
    await ready("Phone\n+12025550100\n+12025550101\n+12025550102\n");
    await ready("Phone\n+12025550103\n");
    expect(await count("places")).toBe(1);
  });

  it("tells screens how far it has come", async () => {
    const seen: number[] = [];
    const rows = Array.from({ length: 2_500 }, (_, index) => `+1202555${String(2_000 + index)}`).join("\n");
    const list = await ready(`Phone\n${rows}\n`, { onProgress: ({ counts }) => seen.push(counts.rows) });
    expect(seen).toEqual([1_000, 2_000, 2_500]);
    const events = await database.db.selectFrom("live_events").select(["kind", "data"]).orderBy("id").execute();
    expect(events.map(({ kind }) => kind)).toEqual(Array(5).fill("list.changed"));
    expect(events.at(-1)?.data).toEqual({ listId: list.id, state: "ready", rows: 2_500, accepted: 2_500, refused: 0, duplicates: 0 });
  });
});

describe("whose numbers an import brings", () => {
  it("a number that is known belongs to the person who has it", async () => {
    const known = await aContact(database.db, { phones: ["+12025550100"] });
    await ready("Phone,Phone 2\n+12025550101,+12025550100\n");
    expect(await personOf("+12025550101")).toEqual([known.person_id]);
  });

  it("two persons who turn out to be one are one from then on, with all their contacts and attempts", async () => {
    const robin = await aContact(database.db, { phones: ["+12025550100"] });
    const kim = await aContact(database.db, { phones: ["+12025550101"] });
    const campaign = await aCampaign(database.db);
    const closed = { state: "closed" as const, disposition: "busy", closed_at: new Date() };
    await anAttempt(database.db, { campaign, contact: kim }, closed);
    await anAttempt(database.db, { campaign, contact: kim });
    await ready("Phone,Phone 2\n+12025550101,+12025550100\n");
    const stays = robin.person_id < kim.person_id ? robin.person_id : kim.person_id;
    const [contacts, numbers, attempts] = await Promise.all([
      database.db.selectFrom("contacts").select("person_id").execute(),
      database.db.selectFrom("person_phones").select("person_id").execute(),
      database.db.selectFrom("attempts").select("person_id").execute(),
    ]);
    for (const row of [...contacts, ...numbers, ...attempts]) expect(row.person_id).toBe(stays);
    expect([contacts.length, numbers.length, attempts.length]).toEqual([3, 2, 2]);
  });

  it("while calls to both of them are under way, the second keeps its old person until it is over", async () => {
    const robin = await aContact(database.db, { phones: ["+12025550100"] });
    const kim = await aContact(database.db, { phones: ["+12025550101"] });
    const campaign = await aCampaign(database.db);
    await anAttempt(database.db, { campaign, contact: robin });
    await anAttempt(database.db, { campaign, contact: kim });
    await ready("Phone,Phone 2\n+12025550101,+12025550100\n");
    const attempts = await database.db.selectFrom("attempts").select("person_id").orderBy("id").execute();
    expect(attempts.map(({ person_id }) => person_id)).toEqual([robin.person_id, kim.person_id]);
    expect(new Set((await database.db.selectFrom("contacts").select("person_id").execute()).map(({ person_id }) => person_id)).size).toBe(
      1,
    );
  });

  it("rows that hang together over several rows are one person", async () => {
    await ready("Phone,Phone 2\n+12025550100,+12025550101\n+12025550102,+12025550103\n+12025550101,+12025550102\n");
    const persons = await database.db.selectFrom("person_phones").select("person_id").distinct().execute();
    expect(persons).toHaveLength(1);
  });

  it("two imports of the same numbers at once agree whose they are", async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `+1202555${String(2_000 + index)}`);
    const [forward, backward] = await Promise.all([
      ready(`Phone\n${rows.join("\n")}\n`),
      ready(`Phone\n${[...rows].reverse().join("\n")}\n`),
    ]);
    expect([forward.counts.accepted, backward.counts.accepted]).toEqual([600, 600]);
    const disagreeing = await database.db
      .selectFrom("contact_phones")
      .innerJoin("contacts", "contacts.id", "contact_phones.contact_id")
      .innerJoin("person_phones", "person_phones.phone", "contact_phones.phone")
      .select("contacts.id")
      .whereRef("contacts.person_id", "<>", "person_phones.person_id")
      .execute();
    expect(disagreeing).toEqual([]);
  });
});

describe("a file that cannot be read to its end", () => {
  it.each([
    ["empty.csv", "empty-file"],
    ["binary.csv", "binary-file"],
    ["windows-1252.csv", "windows-1252: line 3"],
    ["unclosed-quote.csv", "unclosed-quote: line 3"],
    ["no-header.csv", "no-header"],
    ["header-only.csv", "no-rows"],
    ["no-phone-column.csv", "no-phone-column: found First name, Email, expected one such as phone"],
  ])("%s leaves a failed list with the reason and without contacts", async (name, failure) => {
    const answer = await desk.importContacts(order(fixture(name)));
    expect(answer).toMatchObject({ ok: false, reason: "invalid-file", list: { state: "failed" } });
    expect(answer.ok ? "" : answer.detail).toContain(failure);
    const list = answer.ok ? undefined : answer.list;
    expect(await database.stores.contactLists.find(list?.id ?? "")).toMatchObject({
      state: "failed",
      failure: answer.ok ? null : answer.detail,
    });
    expect([await count("contacts"), await count("contact_phones"), await count("person_phones")]).toEqual([0, 0, 0]);
  });

  it("is forgotten with all its contacts, though thousands had been written, and what others know stays", async () => {
    const known = await aContact(database.db, { phones: ["+12025552000"] });
    const rows = Array.from({ length: 3_000 }, (_, index) => `+1202555${String(2_000 + index)}`).join("\n");
    const answer = await bring(`Phone\n${rows}\n"+1202\n`);
    expect(answer).toMatchObject({ ok: false, list: { counts: { accepted: 0 } } });
    expect([await count("contacts"), await count("person_phones")]).toEqual([1, 1]);
    expect(await personOf("+12025552000")).toEqual([known.person_id]);
  });

  it("and a sender who hangs up: the list is failed, and the sender's fault is handed on", async () => {
    async function* torn(): AsyncGenerator<Buffer> {
      yield Buffer.from("Phone\n+12025550100\n");
      throw new Error("the sender hung up");
    }
    await expect(desk.importContacts(order(torn()))).rejects.toThrow("the sender hung up");
    const { items } = await database.stores.contactLists.page({ after: null, limit: 10 });
    expect(items).toMatchObject([{ state: "failed", failure: expect.stringContaining("interrupted") }]);
  });

  it("is not asked for with a country that is none", async () => {
    expect(await bring("Phone\n+12025550100\n", { country: "XX" })).toMatchObject({ ok: false, reason: "invalid-country" });
    expect((await database.stores.contactLists.page({ after: null, limit: 10 })).items).toEqual([]);
  });
});

describe("an import that died half-way", () => {
  /** Yields a first batch, waits for the signal, then the rest. */
  function stuck() {
    let go = (): void => undefined;
    const signal = new Promise<void>((resolve) => {
      go = resolve;
    });
    let arrived = (): void => undefined;
    const atTheGate = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    async function* stream(): AsyncGenerator<Buffer> {
      yield Buffer.from(`Phone\n${Array.from({ length: 1_000 }, (_, index) => `+1202555${String(2_000 + index)}`).join("\n")}\n`);
      yield Buffer.from("+12025550100\n");
      arrived();
      await signal;
      yield Buffer.from("+12025550101\n");
    }
    return { stream: stream(), go: () => go(), atTheGate };
  }

  it("is failed after a while and its rows are removed; should it be alive after all, it stops", async () => {
    const { stream, go, atTheGate } = stuck();
    const importing = desk.importContacts(order(stream));
    await atTheGate;
    expect(await desk.failStaleImports()).toBe(0);
    desk.clock.advance(6 * 60_000);
    expect(await desk.failStaleImports()).toBe(1);
    expect(await count("contacts")).toBe(0);
    go();
    expect(await importing).toMatchObject({ ok: false, reason: "import-stopped" });
    expect(await count("contacts")).toBe(0);
    const { items } = await database.stores.contactLists.page({ after: null, limit: 10 });
    expect(items).toMatchObject([{ state: "failed", failure: expect.stringContaining("no sign of life") }]);
  });
});

describe("contacts", () => {
  it("are found by list, number and reference, page by page in the order of their ids", async () => {
    const list = await ready("ID,Phone,Phone 2\nA-1,+12025550100,\nA-2,+12025550101,+12025550100\nA-3,+12025550102,\n");
    const first = await database.stores.contacts.page({ listId: list.id, after: null, limit: 2 });
    expect(first.items.map(({ externalRef }) => externalRef)).toEqual(["A-1", "A-2"]);
    const second = await database.stores.contacts.page({ listId: list.id, after: first.next, limit: 2 });
    expect([second.items.map(({ externalRef }) => externalRef), second.next]).toEqual([["A-3"], null]);
    const withNumber = await database.stores.contacts.page({ phone: "+12025550100", after: null, limit: 10 });
    expect(withNumber.items.map(({ externalRef }) => externalRef)).toEqual(["A-1", "A-2"]);
    const referred = await database.stores.contacts.page({ externalRef: "A-3", after: null, limit: 10 });
    expect(await database.stores.contacts.find(referred.items[0]?.id ?? "")).toEqual(referred.items[0]);
  });
});
