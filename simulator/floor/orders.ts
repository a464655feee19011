/**
 * What the floor is told at its start, as one message on the IPC channel or one line of JSON on standard input:
 * passwords have no business on a command line, where every user of the machine can read them.
 */
export type FloorOrders = {
  /** The API, without a closing slash. */
  apiUrl: string;
  /** The simulated carrier that the agents' softphones dial in to, without a closing slash. */
  carrierUrl: string;
  agents: readonly { email: string; password: string }[];
  /** Every choice of the agents follows from it. */
  seed: number;
  /** How many times quicker than life they talk and write. */
  speed: number;
};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isAddress = (value: unknown): value is string => isText(value) && /^https?:\/\/\S+[^/]$/.test(value);

/** Shapes what arrived. Throws an error that names the field, what was found and what is expected. */
export function readOrders(found: unknown): FloorOrders {
  const orders = (typeof found === "object" && found !== null ? found : {}) as Record<string, unknown>;
  const refuse = (field: string, expected: string): never => {
    throw new Error(`${field}: found ${typeof orders[field]}; expected ${expected}`);
  };
  const agents: unknown = orders["agents"];
  if (!isAddress(orders["apiUrl"])) return refuse("apiUrl", "an address such as http://127.0.0.1:3000");
  if (!isAddress(orders["carrierUrl"])) return refuse("carrierUrl", "an address such as http://127.0.0.1:4010");
  if (!Array.isArray(agents) || agents.length === 0) return refuse("agents", "at least one { email, password }");
  const people = agents as { email?: unknown; password?: unknown }[];
  if (!people.every(({ email, password }) => isText(email) && isText(password))) return refuse("agents", "an email and a password each");
  const seed = Number(orders["seed"] ?? 1);
  const speed = Number(orders["speed"] ?? 1);
  if (!Number.isInteger(seed)) return refuse("seed", "a whole number");
  if (!(speed > 0 && speed <= 100)) return refuse("speed", "a number above 0, at most 100");
  return { apiUrl: orders["apiUrl"], carrierUrl: orders["carrierUrl"], agents: people as FloorOrders["agents"], seed, speed };
}
