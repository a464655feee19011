/** Settings as somebody sends them, checked: what is wrong is named field by field. */
import { DISPOSITIONS } from "./attempts/disposition.ts";
import { type CampaignSettings, campaignSettingsSchema } from "./campaign.ts";
import { RULEBOOK } from "./compliance/rulebook/rulebook.ts";
import { expectedOf, faultyPath } from "./expected.ts";

export type SettingsFault = { field: string; found: string; expected: string };
export type SettingsAnswer = { ok: true; settings: CampaignSettings } | { ok: false; faults: readonly SettingsFault[] };

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined | null)?.[key], input);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Dispositions that a rule of the recycle policy can be for. A release placed no call and waits for none. */
const RECYCLED = DISPOSITIONS.filter(({ code, consequence }) => consequence === "recycle" && code !== "not-placed").map(({ code }) => code);

/** A rule for a disposition that never comes ("noanswer") would be silently without effect. */
const strayRules = ({ recycle }: CampaignSettings): SettingsFault[] =>
  Object.keys(recycle)
    .filter((code) => !RECYCLED.includes(code))
    .map((code) => ({ field: `recycle.${code}`, found: shown(recycle[code]), expected: `rules for ${RECYCLED.join(", ")}` }));

/** A rule that is not in the rulebook would be set aside without effect, and the one that was meant would hold. */
const unknownRules = ({ waivedRules }: CampaignSettings): SettingsFault[] =>
  waivedRules.flatMap(({ rule }, index) =>
    RULEBOOK.some(({ id }) => id === rule)
      ? []
      : [{ field: `waivedRules.${index}.rule`, found: shown(rule), expected: "the id of a rule of the rulebook, such as us-fl" }],
  );

/** Complete settings; what `input` leaves out has its default. */
export function readCampaignSettings(input: unknown): SettingsAnswer {
  const parsed = campaignSettingsSchema.safeParse(input);
  if (parsed.success) {
    const faults = [...strayRules(parsed.data), ...unknownRules(parsed.data)];
    return faults.length === 0 ? { ok: true, settings: parsed.data } : { ok: false, faults };
  }
  const faults = parsed.error.issues.map((issue) => {
    const path = faultyPath(issue);
    return { field: path.map(String).join(".") || "settings", found: shown(valueAt(input, path)), expected: expectedOf(issue) };
  });
  return { ok: false, faults };
}

/** The settings after a change; what `changes` leaves out stays as it is. */
export const changeCampaignSettings = (settings: CampaignSettings, changes: Readonly<Record<string, unknown>>): SettingsAnswer =>
  readCampaignSettings({ ...settings, ...changes });

/** One sentence for all faults: field, found, expected. */
export const describeFaults = (faults: readonly SettingsFault[]): string =>
  faults.map(({ field, found, expected }) => `${field}: found ${found}, expected ${expected}`).join("; ");
