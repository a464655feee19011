import type { Call } from "../calls/call.ts";
import type { Source } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import type { Element } from "./element.ts";
import type { Document } from "./fetch.ts";

/** What comes after a verb: the next one, another document, or the end of the call. */
export type Step = "next" | "hang up" | { goTo: Source };

export type VerbJob = { world: World; call: Call; element: Element; document: Document; signal: AbortSignal };

/** Does what a verb says and resolves when it is done. Rejects with Interrupted when the call ended or was sent elsewhere. */
export type Verb = (job: VerbJob) => Promise<Step>;
