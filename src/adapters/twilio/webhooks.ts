/**
 * Twilio's webhooks. Each is verified, handed to the desk, and answered: markup for a call that waits for it,
 * nothing for an event, which is stored first and applied later.
 */
import express, { type RequestHandler, Router } from "express";
import type { Config } from "../../config/config.ts";
import type { RawCarrierEvent, VoiceDesk, VoiceInstruction } from "../../ports/voice-desk.ts";
import { makeAddresses } from "./addresses.ts";
import { readAnswer } from "./call-events.ts";
import { answerProblems, refuse, type WebhookLog } from "./problems.ts";
import { rawAnswerDetection, rawCallEvent, rawConferenceEvent, rawText } from "./raw-events.ts";
import { toTwiml } from "./twiml.ts";
import { type VerifiedWebhook, verifyWebhook, webhookOf } from "./verified-webhook.ts";

/** Twilio's webhooks are a few kilobytes; its own limit for our answers is 64 kB (error 11750). */
const BODY_LIMIT_BYTES = 64 * 1024;

export type TwilioRouterDeps = { config: Config["carrier"]; publicBaseUrl: string; desk: VoiceDesk; log: WebhookLog };

/** Mount at /twilio, before any body parser: the signature is made of the bytes as they came. */
export function makeTwilioRouter(deps: TwilioRouterDeps): Router {
  const router = Router();
  router.use(express.raw({ type: () => true, limit: BODY_LIMIT_BYTES, inflate: false }));
  router.use(verifyWebhook(deps));
  addVoiceRoutes(router, deps);
  addEventRoutes(router, deps.desk);
  router.use((request) => {
    throw refuse({
      status: 404,
      code: "no-such-webhook",
      title: "There is no such webhook.",
      field: "address",
      found: `${request.method} ${request.path}`.slice(0, 80),
      expected: "POST to one of the addresses in docs/twilio.md",
    });
  });
  router.use(answerProblems(deps.log));
  return router;
}

type VoiceRoute = (webhook: VerifiedWebhook) => Promise<VoiceInstruction>;

function addVoiceRoutes(router: Router, { desk, publicBaseUrl }: TwilioRouterDeps): void {
  const addresses = makeAddresses(publicBaseUrl);
  for (const [path, ask] of Object.entries(voiceRoutes(desk))) {
    router.post(path, async (_request, response) => {
      const instruction = await ask(webhookOf(response));
      response.type("text/xml").send(toTwiml(instruction, addresses));
    });
  }
}

const voiceRoutes = (desk: VoiceDesk): Record<string, VoiceRoute> => ({
  "/voice/answered": (webhook) => desk.answered({ ...personOf(webhook), answer: readAnswer(webhook.payload.AnsweredBy) ?? null }),
  "/voice/waiting": (webhook) => desk.stillWaiting(personOf(webhook)),
  "/voice/person-left": (webhook) => desk.personLeft(personOf(webhook)),
  "/voice/opt-out": (webhook) => desk.optedOut({ ...personOf(webhook), digits: webhook.payload.Digits ?? "" }),
  "/voice/fallback": (webhook) => desk.failed(failureIn(webhook)),
  "/voice/agent": (webhook) => desk.agentDialedIn({ agentId: webhook.dialingAgentId(), carrierCallId: webhook.callSid() }),
  "/voice/agent-answered": (webhook) => desk.agentAnswered(agentOf(webhook)),
  "/voice/agent-confirmed": (webhook) => desk.agentConfirmed({ ...agentOf(webhook), digits: webhook.payload.Digits ?? "" }),
  "/voice/agent-left": (webhook) => desk.agentLeft(agentOf(webhook)),
});

const personOf = (webhook: VerifiedWebhook) => ({ attemptId: webhook.attemptId(), carrierCallId: webhook.callSid() });
const agentOf = (webhook: VerifiedWebhook) => ({ agentId: webhook.agentId(), carrierCallId: webhook.callSid() });

const failureIn = (webhook: VerifiedWebhook): Parameters<VoiceDesk["failed"]>[0] => ({
  attemptId: webhook.attemptIdIfAny() ?? null,
  carrierCallId: webhook.callSid(),
  errorCode: webhook.payload.ErrorCode || null,
});

function addEventRoutes(router: Router, desk: VoiceDesk): void {
  const keep =
    (read: (webhook: VerifiedWebhook) => RawCarrierEvent): RequestHandler =>
    async (_request, response) => {
      await desk.record(read(webhookOf(response)));
      response.status(204).end();
    };
  router.post("/events/call", keep(rawCallEvent));
  router.post("/events/answer-detection", keep(rawAnswerDetection));
  router.post("/events/conference", keep(rawConferenceEvent));
  router.post("/messages", async (_request, response) => {
    const webhook = webhookOf(response);
    const { From = "", Body = "" } = webhook.payload;
    // Whatever it says: a person may have to read what no list of words understands.
    await desk.record(rawText(webhook));
    // A sender without a number (a short code, a name) is nobody whom we call.
    if (/^\+[1-9]\d{6,14}$/.test(From)) await desk.textReceived({ from: From, text: Body });
    // No answer of ours: Twilio confirms the words of its own list by itself.
    response.type("text/xml").send('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });
}
