import { hook, resolveUrl } from "../webhooks/hook.ts";
import type { RecordingOrder } from "../recordings/recording.ts";
import { type Element, words } from "./element.ts";

/** Where a verb or noun wants to be told of its recording. */
export function recordingHook(element: Element, base: string | undefined): RecordingOrder["hook"] {
  const { recordingStatusCallback: url, recordingStatusCallbackMethod, recordingStatusCallbackEvent } = element.attributes;
  const target = url ? hook(resolveUrl(url, base), recordingStatusCallbackMethod) : undefined;
  return target && { ...target, events: words(recordingStatusCallbackEvent, ["completed"]) };
}
