/** A question to the rules alone, put in the words of the gate: nobody was called before, and no campaign's window counts. */
import type { CallingWindow } from "../../campaign.ts";
import type { Instant } from "../../instant.ts";
import type { CallQuestion, CampaignTerms } from "../decision.ts";
import { consentsOf } from "./consent-word.ts";
import type { LawQuery } from "./query.ts";

const always = [{ opensAt: "00:00", closesAt: "24:00" }];
const ANY_TIME: CallingWindow = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always };

type Asked = CallQuestion & { campaign: CampaignTerms };

/** The question at `now`. What the person consented to is taken to have been given just then. */
export const lawQuestion = (query: LawQuery, now: Instant): Asked => ({
  subject: {
    contactId: "",
    personId: "",
    phone: query.phone,
    kind: "manual",
    numberType: query.numberType,
    postalCode: query.postalCode,
    debtId: null,
    isAgentHeld: false,
  },
  place: query.place,
  history: {
    openAttempts: [],
    placed: [],
    inboundConversations: [],
    placedForContact: 0,
    doNotCall: [],
    consents: consentsOf(query.consent, query.callKind, now),
    registers: [],
    stops: [],
  },
  campaign: {
    id: "",
    state: "running",
    callingWindow: ANY_TIME,
    mostAttemptsPerContact: 1,
    frequencyCaps: [],
    ringTimeoutSeconds: 0,
    callKind: query.callKind,
    subject: null,
    conditions: [],
    waivedRules: [],
    callerName: null,
    callbackNumber: null,
    isAutomatic: query.isAutomatic,
  },
  now,
});
