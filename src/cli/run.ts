import { Command, CommanderError } from "commander";
import { SettingsError } from "../config/reader.ts";
import { manifest } from "./doctor/manifest.ts";
import { CliFailure, exitCodeOf, inWords } from "./failure.ts";

/** Commands that need neither database nor carrier: nothing of either is loaded for them, so they answer at once. */
const ALONE: readonly string[] = ["explain", "windows"];

async function makeProgram(command: string | undefined): Promise<Command> {
  const program = new Command("callkeeper")
    .description("Outbound dialer and callback campaign manager")
    .version(manifest().version)
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError("(callkeeper --help shows the commands)");
  if (command !== undefined && ALONE.includes(command)) {
    const { addExplain, addWindows } = await import("./commands/explain.ts");
    addExplain(program);
    addWindows(program);
  } else (await import("./every-command.ts")).addEveryCommand(program);
  return program;
}

/** What is expected to go wrong is told in its own words; anything else is a defect and keeps its stack. */
const isExpected = (error: unknown): boolean =>
  error instanceof CliFailure ||
  error instanceof SettingsError ||
  (error instanceof Error && typeof (error as { code?: unknown }).code === "string");

/**
 * Whoever read our output may be gone (`callkeeper lists | head`): that is no failure, and what is under way goes on.
 * Output that cannot be written (the disk is full) is one: nobody may take half an answer for the whole.
 */
function outliveReaders(): void {
  for (const [name, stream] of [["stdout", process.stdout] as const, ["stderr", process.stderr] as const])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      if (name === "stdout") process.stderr.write(`callkeeper: stdout: ${error.message}; the output is not complete\n`);
      process.exit(1);
    });
}

/** Runs one command. Sets the exit code: 0, 1 for a failure, 2 for a wrong command line. */
export async function run(argv: readonly string[]): Promise<void> {
  outliveReaders();
  try {
    const program = await makeProgram(argv[2]);
    await program.parseAsync([...argv]);
  } catch (error) {
    // commander has said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = exitCodeOf(error);
    const text = isExpected(error) ? inWords(error) : error instanceof Error ? (error.stack ?? inWords(error)) : String(error);
    process.stderr.write(`callkeeper: ${text}\n`);
  }
}
