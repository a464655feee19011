import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readCommandLine } from "../../simulator/command-line.ts";

describe("the command line", () => {
  test("is read from flags, and where they are missing from the environment", () => {
    const { port, options } = readCommandLine(["--preset", "calm", "--ring", "3000-12000", "--seed", "7"], {
      SIM_SEED: "9",
      SIM_CPS: "5",
      SIM_NUMBERS: "+12125550190, +12125550191",
    });
    expect(port).toBe(0);
    expect(options).toMatchObject({ preset: "calm", ringMs: [3000, 12_000], seed: 7, cps: 5, numbers: ["+12125550190", "+12125550191"] });
    expect(options.speed).toBeUndefined();
  });

  test.each([
    [["--preset", "wild"], "--preset: found wild, expected none, calm, realistic, hostile"],
    [["--cps", "many"], "--cps: found many, expected a number of 0 or more"],
    [["--talk", "-"], "--talk: found -, expected milliseconds"],
  ])("refuses %j", (args, message) => {
    expect(() => readCommandLine(args, {})).toThrow(message);
  });
});

describe("the program", () => {
  let child: ChildProcess;
  afterEach(() => void child.kill("SIGKILL"));

  async function start(): Promise<{ url: string; ended: Promise<unknown> }> {
    const file = resolve(import.meta.dirname, "../../simulator/main.ts");
    child = fork(file, ["--port", "0", "--seed", "7"], { execArgv: ["--import", "tsx"], stdio: ["ignore", "pipe", "inherit", "ipc"] });
    const ended = once(child, "exit");
    const [line] = (await once(child.stdout ?? child, "data")) as [Buffer];
    const said = JSON.parse(line.toString()) as { ready: boolean; url: string };
    expect(said.ready).toBe(true);
    return { url: said.url, ended };
  }

  test("says when it is ready and stops on SIGTERM", async () => {
    const { url, ended } = await start();
    expect(await (await fetch(`${url}/sim`)).json()).toMatchObject({ seed: 7, preset: "none" });
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });

  test("does not outlive the process that started it", async () => {
    const { ended } = await start();
    child.disconnect();
    expect(await ended).toEqual([0, null]);
  });
});
