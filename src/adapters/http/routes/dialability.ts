import { type Funnel, type Moved } from "../../../../campaigns/measures/dialability.ts";
import { reasonWords } from "../../../../campaigns/measures/reasons.ts";
import type { HttpDeps } from "../deps.ts";
import { orNotFound, orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

const worded = <Item extends { code: string }>(items: readonly Item[]): (Item & { words: string })[] =>
  items.map((item) => ({ ...item, words: reasonWords(item.code) }));

const showFunnel = ({ finished, waiting, held, ...funnel }: Funnel) =>
  toWire({
    ...funnel,
    finished: { ...finished, reasons: worded(finished.reasons) },
    waiting: { ...waiting, reasons: worded(waiting.reasons) },
    held: { ...held, reasons: worded(held.reasons) },
  });

const showMoved = (moved: readonly Moved[]) =>
  moved.map((one) => ({ ...one, words: one.code === "dialable" ? "may be called now" : reasonWords(one.code) }));

export function dialabilityHandlers({ services }: HttpDeps): HandlersOf<"dialability" | "previewDialability" | "contactDecision"> {
  return {
    dialability: async ({ params }) => showFunnel(orNotFound(await services.dialability(params.id), "campaign")),
    async previewDialability({ params, body, principal }) {
      const { now, then, moved } = orRefuse(await services.previewDialability({ id: params.id, settings: body.settings, by: principal }));
      return { now: showFunnel(now), then: showFunnel(then), moved: showMoved(moved) };
    },
    async contactDecision({ params, query }) {
      const { decision } = orRefuse(await services.contactDecision(params.id, query.campaignId ?? null));
      const campaigns = decision.campaigns.map((campaign) => ({
        ...campaign,
        numbers: campaign.numbers.map((number) => ({ ...number, reasons: worded(number.reasons) })),
      }));
      return toWire({ ...decision, campaigns });
    },
  };
}
