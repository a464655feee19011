/**
 * A floor of simulated agents: a program of its own that works through the same API as a browser does.
 * Told by one message on the IPC channel, or by one line of JSON on standard input, what to do (orders.ts).
 * Ends on SIGTERM, SIGINT, or when whoever started it is gone.
 */
import { createInterface } from "node:readline";
import { makeRandom } from "../random.ts";
import { runAgent } from "./agent.ts";
import { type FloorOrders, readOrders } from "./orders.ts";

const shiftEnd = new AbortController();
const endShift = (): void => shiftEnd.abort();

function awaitOrders(): Promise<FloorOrders> {
  return new Promise((settle, reject) => {
    const take = (found: unknown): void => {
      try {
        settle(readOrders(found));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    if (process.send) process.once("message", take);
    else createInterface({ input: process.stdin }).once("line", (line) => take(JSON.parse(line)));
    shiftEnd.signal.addEventListener("abort", () => reject(new Error("told to stop before being told what to do")));
  });
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, endShift);
process.on("disconnect", endShift);

try {
  const orders = await awaitOrders();
  const random = makeRandom(orders.seed);
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  say(`${orders.agents.length} agents start their shift`);
  await Promise.all(
    orders.agents.map(({ email, password }, index) =>
      runAgent({ ...orders, email, password, random, signal: shiftEnd.signal, onTrouble: (what) => say(`agent ${index + 1}: ${what}`) }),
    ),
  );
} catch (error) {
  process.stderr.write(`floor: ${(error as Error).message}\n`);
  process.exitCode = shiftEnd.signal.aborted ? 0 : 1;
}
if (process.connected) process.disconnect();
