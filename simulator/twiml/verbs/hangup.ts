import type { Verb } from "../verb.ts";

export const hangup: Verb = async () => "hang up";
