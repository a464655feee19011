import { z } from "zod";
import type { World } from "../world.ts";

export const accountChangeSchema = z.strictObject({
  cps: z.number().positive().optional(),
  lines: z.number().int().positive().optional(),
  suspended: z.boolean().optional(),
  /** Rotates: the one before it becomes the old token. */
  authToken: z.string().min(1).optional(),
  voiceUrl: z.string().optional(),
});

export type AccountChange = z.infer<typeof accountChangeSchema>;

export function changeAccount(world: World, change: AccountChange): void {
  const { account } = world;
  if (change.cps !== undefined) {
    account.cps = change.cps;
    world.cps.setCps(change.cps);
  }
  if (change.lines !== undefined) account.lines = change.lines;
  if (change.suspended !== undefined) account.suspended = change.suspended;
  if (change.authToken !== undefined) {
    account.oldAuthToken = account.authToken;
    account.authToken = change.authToken;
  }
  const application = world.applications.get(world.settings.twimlAppSid);
  if (change.voiceUrl !== undefined && application) application.voiceUrl = change.voiceUrl || null;
}
