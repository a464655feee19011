/** `explain` and `windows` as processes of their own, with nothing in their environment. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Outcome = { code: number; out: string; err: string };

function start(...words: string[]) {
  return spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...words], {
    env: { PATH: process.env["PATH"] },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

async function callkeeper(words: string[], input = ""): Promise<Outcome> {
  const child = start(...words);
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.on("error", () => undefined).end(input);
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}

const answers = ({ out }: Outcome): unknown[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

describe("explain", () => {
  it("tells in plain words what the law says, with its citation, and what was not looked at", async () => {
    const { code, out } = await callkeeper(["explain", "+33612345678", "--consent", "express", "--at", "2026-11-23T12:30:00Z"]);
    expect(code).toBe(0);
    expect(out).toContain("WAIT until 2026-11-23T13:00:00Z");
    expect(out).toContain("Mon 2026-11-23 13:30 (+01:00) in Europe/Paris");
    expect(out).toContain("from 10:00 to 13:00 and from 14:00 to 20:00");
    expect(out).toContain("D.223-9");
    expect(out).toContain("Not looked at: do-not-call entries");
    expect(out).toContain("not legal advice");
  });

  it("answers in JSON of the promised form", async () => {
    const { code, out } = await callkeeper(["explain", "+13055550100", "--at", "2026-11-23T04:00:00Z", "--json"]);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        decision: "wait",
        until: "2026-11-23T13:00:00Z",
        zones: ["America/New_York"],
        jurisdictions: ["US", "US-FL"],
        reasons: expect.arrayContaining([
          {
            code: "outside-legal-hours",
            rule: "us-fl@2021-07-01",
            citation: expect.stringContaining("Fla. Stat.") as string,
            confidence: "high",
          },
        ]) as unknown,
      },
    ]);
  });

  it("refuses a bad zone in one line and with code 1, in JSON as an error", async () => {
    const said = await callkeeper(["explain", "+13055550100", "--zone", "Mars/Phobos"]);
    expect(said).toEqual({
      code: 1,
      out: "",
      err: "callkeeper: zone: found Mars/Phobos; expected an IANA time zone such as America/New_York\n",
    });
    const json = await callkeeper(["explain", "+13055550100", "--zone", "Mars/Phobos", "--json"]);
    expect([json.code, answers(json)]).toEqual([
      1,
      [{ error: { field: "zone", found: "Mars/Phobos", expected: expect.any(String) as string } }],
    ]);
  });

  it.each([[["explain"]], [["explain", "--batch", "+13055550100"]], [["windows", "--batch", "--days", "3"]]])(
    "takes %j for a wrong command line",
    async (words) => expect((await callkeeper(words)).code).toBe(2),
  );
});

describe("the words of explain and windows", () => {
  it("tell who asks of a toll-free number what would help, and always how sure the law is", async () => {
    const { out } = await callkeeper(["explain", "+18005550100"]);
    expect(out).toContain("house/place-known@1: unknown-place (confidence high)");
    expect(out).toContain("Nothing says where the person is: give --postal, --region or --zone.");
  });

  it("put what is still demanded before the hours, and name every clock and the rules that narrow", async () => {
    const { out } = await callkeeper(["windows", "+16155550100", "--region", "US-NY", "--from", "2026-11-23", "--days", "2"]);
    expect(out).toMatch(/in America\/Chicago +in America\/New_York/);
    expect(out).toContain("Mon 2026-11-23 08:00 to 20:00 (-06:00)");
    expect(out).toContain("Mon 2026-11-23 09:00 to 21:00 (-05:00)");
    expect(out).toContain("us-ny: legal-hours (confidence high), narrows these hours");
    expect(out).not.toContain("@-");
    const arizona = await callkeeper(["windows", "+16025550100", "--from", "2026-11-23", "--days", "2"]);
    expect(arizona.out.split("\n")[0]).toBe("HOURS ONLY: as it stands no telemarketing call is allowed in them (mobile-ban of us-az).");
  });

  it.each(["explain", "windows"])(
    "are explained by %s --help: what is not stated, empty lines, every word for a consent",
    async (command) => {
      const { out } = await callkeeper([command, "--help"]);
      expect(out).toMatch(/what is not stated/i);
      expect(out).toMatch(/an empty one\s+are answered/);
      for (const word of ["opt-in", "prior-express-written", "yes", "false"]) expect(out).toContain(word);
    },
  );
});

describe.runIf(existsSync("/dev/full"))("on a full disk", () => {
  it.each(["explain +18005550100", "explain --batch"])("%s says so in one line and ends with code 1", (words) => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", ...words.split(" ")], {
      env: { PATH: process.env["PATH"] },
      input: '{"phone":"+18005550100"}\n',
      stdio: ["pipe", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, "callkeeper: stdout: ENOSPC: no space left on device, write; the output is not complete\n"]);
  });
});

describe("a batch", () => {
  it("answers each line in its place, bad ones and empty ones too", async () => {
    const lines = [
      '\uFEFF{"phone":"+13055550100","at":"2026-11-23T15:00:00Z"}',
      "",
      "no JSON",
      '{"phone":"+13055550100","x":1}\r',
      '{"phone":"+18005550100"}',
    ];
    const said = await callkeeper(["explain", "--batch"], lines.join("\n"));
    expect([said.code, said.err]).toEqual([0, ""]);
    expect(answers(said)).toMatchObject([
      { decision: "call", until: null },
      { error: { field: "line", found: "nothing", expected: "a JSON object" } },
      { error: { field: "line", found: "no JSON" } },
      { error: { field: "x" } },
      { decision: "never", reasons: [{ code: "unknown-place", citation: null }] },
    ]);
  });

  it("has no answer to what follows the last line break, unless something does", async () => {
    expect(answers(await callkeeper(["explain", "--batch"], '{"phone":"+18005550100"}\n'))).toHaveLength(1);
    expect(answers(await callkeeper(["explain", "--batch"], '{"phone":"+18005550100"}\n '))).toHaveLength(2);
    expect((await callkeeper(["explain", "--batch"])).out).toBe("");
  });

  it("refuses a field that is there twice, whatever its name holds", async () => {
    const lines = ['{"phone":"+18005550100","phone":"+13055550100"}', '{"phone":"+18005550100","kind" : "debt"}', '{"a\\"b":1,"a\\"b":2}'];
    expect(answers(await callkeeper(["explain", "--batch"], lines.join("\n")))).toMatchObject([
      { error: { field: "phone", found: "the field twice", expected: "each field once" } },
      { decision: "never" },
      { error: { found: "the field twice" } },
    ]);
  });

  it("keeps the order of thousands of lines, with letters of several bytes on every border", async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      JSON.stringify({ phone: "+13055550100", from: "2026-11-23", days: 1, [`ü${index}`]: "é".repeat(40) }),
    );
    const said = await callkeeper(["windows", "--batch"], lines.join("\n"));
    expect(answers(said).map((answer) => (answer as { error: { field: string } }).error.field)).toEqual(
      lines.map((_, index) => `ü${index}`),
    );
  });

  it("refuses a line without end and goes on", async () => {
    const said = await callkeeper(["explain", "--batch"], `${"x".repeat(3_000_000)}\n{"phone":"+18005550100"}\n`);
    expect(answers(said)).toMatchObject([{ error: { field: "line" } }, { decision: "never" }]);
  });

  it("answers a line as soon as it is asked", async () => {
    const child = start("explain", "--batch");
    child.stdin.write('{"phone":"+18005550100"}\n');
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(first.toString())).toMatchObject({ decision: "never" });
    child.stdin.end();
    expect(((await once(child, "close")) as [number])[0]).toBe(0);
  });

  it("ends without a word when whoever reads it is gone", async () => {
    const child = start("windows", "--batch");
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdout.destroy();
    child.stdin.on("error", () => undefined);
    const line = `${JSON.stringify({ phone: "+13055550100", from: "2026-11-23", days: 300 })}\n`;
    child.stdin.end(line.repeat(2_000));
    const [code] = (await once(child, "close")) as [number];
    expect([code, err]).toEqual([0, ""]);
  });
});
