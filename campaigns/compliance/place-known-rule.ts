/** No call to somebody of whom nobody knows which clock they live by. */
import type { CallRule } from "./call-rule.ts";

export const placeKnownRule: CallRule = {
  id: "house/place-known",
  version: 1,
  judge: ({ place }) =>
    place.zones.length > 0
      ? []
      : [
          {
            answer: "never",
            code: "unknown-place",
            detail: "Nothing says in which time zone the person is, so no hour is known to be allowed.",
          },
        ],
};
