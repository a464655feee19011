import http from "node:http";
import https from "node:https";

export type HttpRequest = {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string;
  /** Real milliseconds. */
  connectMs: number;
  readMs: number;
};

export type HttpAnswer = { status: number; headers: http.IncomingHttpHeaders; body: string; isTooLarge: boolean };

/** Why no answer came: the connection was never made, or the answer did not come in time or broke off. */
export class SendError extends Error {
  readonly reason: "ct" | "rt";
  constructor(reason: "ct" | "rt", message: string) {
    super(message);
    this.name = "SendError";
    this.reason = reason;
  }
}

/** Twilio refuses larger bodies (error 11750). */
const LARGEST_BODY = 64 * 1024;

export type HttpSender = { send(request: HttpRequest): Promise<HttpAnswer>; close(): void };

export function makeHttpSender(): HttpSender {
  // Idle sockets are given up long before a usual server would close them, so that requests do not run into a closing one.
  const agents = {
    "http:": new http.Agent({ keepAlive: true, maxSockets: 256, timeout: 3000 }),
    "https:": new https.Agent({ keepAlive: true, maxSockets: 256, timeout: 3000 }),
  };
  return {
    send: (request) => sendOnce(request, agents),
    close() {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
}

type Agents = { "http:": http.Agent; "https:": https.Agent };

function sendOnce(request: HttpRequest, agents: Agents, isSecondTry = false): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const secure = url.protocol === "https:";
    const open = secure ? https.request : http.request;
    const headers: Record<string, string | number> = { ...request.headers, "content-length": Buffer.byteLength(request.body) };
    const sent = open(url, { method: request.method, headers, agent: agents[secure ? "https:" : "http:"] });
    let connected = false;
    let timer = setTimeout(() => sent.destroy(new SendError("ct", "no connection in time")), request.connectMs);
    const waitForAnswer = () => {
      connected = true;
      clearTimeout(timer);
      timer = setTimeout(() => sent.destroy(new SendError("rt", "no answer in time")), request.readMs);
    };
    sent.on("socket", (socket) => (socket.connecting ? socket.once(secure ? "secureConnect" : "connect", waitForAnswer) : waitForAnswer()));
    sent.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // A kept connection that the server closed at this very moment: not a failure of the request.
      if (sent.reusedSocket && error.code === "ECONNRESET" && !isSecondTry) return resolve(sendOnce(request, agents, true));
      reject(error instanceof SendError ? error : new SendError(connected ? "rt" : "ct", error.message));
    });
    sent.on("response", (answer) => {
      readAnswer(answer)
        .finally(() => clearTimeout(timer))
        .then(resolve, reject);
    });
    sent.end(request.body);
  });
}

function readAnswer(answer: http.IncomingMessage): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    answer.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    });
    answer.on("error", () => reject(new SendError("rt", "the answer broke off")));
    answer.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, isTooLarge: size > LARGEST_BODY });
    });
  });
}
