import type { HttpDeps } from "../deps.ts";
import { orNotFound, orRefuse, type Refusal } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import type { Principal } from "../principal.ts";
import { HttpProblem } from "../problem.ts";
import { toIso, toWire } from "../wire.ts";

type Names =
  | "findDesk"
  | "openLine"
  | "closeLine"
  | "changeState"
  | "giveDisposition"
  | "hangUp"
  | "holdCall"
  | "startPreview"
  | "dialPreview"
  | "skipPreview";

type Outcome = Promise<{ ok: true } | Refusal>;

/** A desk belongs to a person: a key that stands for a program has none. */
function agentOf({ kind, id }: Principal): string {
  if (kind === "user") return id;
  throw new HttpProblem("session-required", 403, { detail: "Taking calls needs an agent who is signed in." });
}

export function agentDeskHandlers({ services }: HttpDeps): HandlersOf<Names> {
  const deskOf = async (agentId: string) => toWire(orNotFound(await services.findDesk(agentId), "agent"));
  const then = async (agentId: string, outcome: Outcome) => {
    orRefuse(await outcome);
    return deskOf(agentId);
  };
  return {
    findDesk: ({ principal }) => deskOf(agentOf(principal)),
    openLine: ({ body, principal }) => openLine(services, agentOf(principal), body),
    closeLine: ({ principal: p }) => then(p.id, services.agentLine.drop(agentOf(p))),
    changeState: ({ body, principal: p }) =>
      then(p.id, services.changeState(agentOf(p), { state: body.state, reason: body.reason ?? null })),
    giveDisposition: ({ body, principal: p }) =>
      then(p.id, services.disposeAttempt(agentOf(p), { ...body, note: body.note ?? null, then: body.then ?? null })),
    hangUp: ({ body, principal: p }) => then(p.id, services.hangUp(agentOf(p), body.attemptId)),
    holdCall: ({ body, principal: p }) => then(p.id, services.hold(agentOf(p), body.attemptId, { hold: body.hold })),
    async startPreview({ body, principal: p }) {
      const { attempt } = await then(p.id, services.preview.next(agentOf(p), body.campaignId));
      return orNotFound(attempt, "attempt");
    },
    dialPreview: ({ body, principal: p }) => then(p.id, services.preview.dial(agentOf(p), body.attemptId)),
    skipPreview: ({ body, principal: p }) => then(p.id, services.preview.skipContact(agentOf(p), body.attemptId, body.reason)),
  };
}

type LineWish = { kind: "client" } | { kind: "phone" | "sip"; address: string };

async function openLine({ agentLine }: HttpDeps["services"], agentId: string, wish: LineWish) {
  const { line } = orRefuse(await agentLine.request(agentId, { kind: wish.kind, address: wish.kind === "client" ? null : wish.address }));
  const token = line.kind === "client" ? line : null;
  return {
    lineKind: line.kind,
    lineState: "connecting" as const,
    token: token?.token ?? null,
    identity: token?.identity ?? null,
    expiresAt: token ? toIso(token.expiresAt) : null,
  };
}
