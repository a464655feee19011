import type { Act } from "../parties/act.ts";

/**
 * A telephone of the application's own: a browser line (`client:name`), a SIP device (`sip:…`) or an agent's number.
 * It is a member of staff, not of the public: it picks up when told and never hangs up by itself.
 */
export type Endpoint = {
  id: string;
  registered: boolean;
  busy: boolean;
  autoAnswer: boolean;
  answerDelayMs: number;
  /** Pressed when something asks for keys. */
  dtmf: string;
};

export type EndpointChange = Partial<Omit<Endpoint, "id">>;

export type EndpointBook = {
  put(id: string, change: EndpointChange): Endpoint;
  get(id: string): Endpoint | undefined;
  remove(id: string): boolean;
  list(): Endpoint[];
  clear(): void;
  /** How it behaves when called; undefined: not an endpoint, ask the public. */
  actFor(address: string): Act | undefined;
};

const ANSWER_DELAY_MS = 1500;
/** From hearing a prompt to pressing a key. */
const PRESS_MS = 800;
const PDD_MS = 150;

function act(endpoint: Endpoint | undefined): Act {
  const reachable = endpoint?.registered ?? false;
  const answers = reachable && endpoint?.autoAnswer;
  return {
    outcome: !reachable ? "no-answer" : endpoint?.busy ? "busy" : answers ? "human" : "no-answer",
    pddMs: PDD_MS,
    ringMs: endpoint?.answerDelayMs ?? ANSWER_DELAY_MS,
    greetingMs: 800,
    beep: false,
    stayMs: 0,
    talkMs: 0,
    patienceMs: 0,
    speakMs: 0,
    speech: null,
    hangup: null,
    amd: {
      as: null,
      afterMs: null,
    },
    stays: true,
    dtmf: endpoint?.dtmf
      ? [
          {
            at: "gather",
            afterMs: PRESS_MS,
            digits: endpoint.dtmf,
          },
        ]
      : [],
  };
}

export function makeEndpointBook(): EndpointBook {
  const endpoints = new Map<string, Endpoint>();
  return {
    put(id, change) {
      const before = endpoints.get(id) ?? { id, registered: true, busy: false, autoAnswer: true, answerDelayMs: ANSWER_DELAY_MS, dtmf: "" };
      const endpoint = { ...before, ...change };
      endpoints.set(id, endpoint);
      return endpoint;
    },
    get: (id) => endpoints.get(id),
    remove: (id) => endpoints.delete(id),
    list: () => [...endpoints.values()],
    clear: () => endpoints.clear(),
    actFor(address) {
      const endpoint = endpoints.get(address);
      if (endpoint || /^(client|sips?):/.test(address)) return act(endpoint);
      return undefined;
    },
  };
}
