import type { Verb } from "./verb.ts";
import { dial } from "./verbs/dial.ts";
import { gather } from "./verbs/gather.ts";
import { hangup } from "./verbs/hangup.ts";
import { pause } from "./verbs/pause.ts";
import { play } from "./verbs/play.ts";
import { record } from "./verbs/record.ts";
import { redirect } from "./verbs/redirect.ts";
import { reject } from "./verbs/reject.ts";
import { say } from "./verbs/say.ts";

/** Enqueue, Leave and the messaging verbs come with inbound calls. */
export const VERBS: Readonly<Record<string, Verb>> = {
  Say: say,
  Play: play,
  Pause: pause,
  Gather: gather,
  Record: record,
  Dial: dial,
  Redirect: redirect,
  Hangup: hangup,
  Reject: reject,
};
