import type { World } from "../world.ts";
import type { Struck } from "../faults/fault-book.ts";

/** One REST request, read and believed. */
export type Exchange = {
  world: World;
  method: string;
  /** The path below the account, without `.json`: `/Calls/CA…`. */
  path: string;
  /** What the route's pattern caught. */
  parts: string[];
  query: URLSearchParams;
  form: URLSearchParams;
  requestUri: string;
  fault?: Struck;
};

export type Reply = {
  status: number;
  body?: unknown;
  /** Instead of a JSON body. */
  media?: { type: string; bytes: Buffer };
  /** Done once the reply has gone out, or at once when a fault keeps it back. */
  afterwards?: () => void;
  /** Waited for before the reply goes out (callbacks that overtake it). */
  first?: () => Promise<void>;
};

export type Route = { method: "GET" | "POST" | "DELETE"; pattern: RegExp; handle(exchange: Exchange): Reply | Promise<Reply> };
