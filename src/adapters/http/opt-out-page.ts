/**
 * The page on which anybody takes a number off all lists: no script, no cookie, nothing asked but the number. It
 * answers the same whether or not the number is known, so that it cannot be used to ask who is.
 */
import express, { type IRouter, type Request, type Response, Router } from "express";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { HttpDeps } from "./deps.ts";

const PATH = "/opt-out";

/** From one address: a household or a shop has a few numbers. Counted in memory, for each process. */
const MOST_REQUESTS = 10;
const WINDOW_SECONDS = 15 * 60;

const FORM = `
    <form method="post" action="${PATH}">
      <label for="phone">Your number, with + and the country code</label>
      <input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" maxlength="40" required placeholder="+1 202 555 0100">
      <button type="submit">Stop calls</button>
    </form>`;

const page = (title: string, text: string, form = ""): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <style>
    body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 10vh auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
    label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
    input { margin: .5rem 0 1rem; padding: .6rem; border: 1px solid #767676; border-radius: .3rem; }
    button { padding: .7rem; border: 0; border-radius: .3rem; background: #1b1b1b; color: #fff; cursor: pointer; }
    @media (prefers-color-scheme: dark) { body, input { background: #161616; color: #eee; } button { background: #eee; color: #161616; } }
  </style>
</head>
<body>
  <main>
    <h1>${title}</h1>
    <p role="status">${text}</p>${form}
  </main>
</body>
</html>
`;

const ASK = page(
  "Stop calls from us",
  "Enter your telephone number. We will not call it any more, nor any other number that we know to be yours.",
  FORM,
);
const DONE = page(
  "Done",
  "We will not call this number any more, nor any other number that we know to be of the same person. It holds from this moment.",
);
const UNREADABLE = page(
  "Stop calls from us",
  "Nothing was changed: that is no whole telephone number. Enter all of its digits behind + and your country code, which is +1 for the United States and Canada, +44 for the United Kingdom.",
  FORM,
);
const TOO_MANY = page("Please wait", "Many numbers were entered from here. Please try again in a quarter of an hour.");

function send(res: Response, status: number, html: string): void {
  res
    .status(status)
    .set("Cache-Control", "no-store")
    .set(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    .type("html")
    .send(html);
}

export function makeOptOutPage({ services }: Pick<HttpDeps, "services">): IRouter {
  const limiter = new RateLimiterMemory({ points: MOST_REQUESTS, duration: WINDOW_SECONDS });
  const router = Router();
  router.use(PATH, (_req, res, next) => {
    res.locals.path = PATH;
    next();
  });
  router.get(PATH, (_req, res) => send(res, 200, ASK));
  const form = express.urlencoded({ extended: false, limit: "4kb", parameterLimit: 5 });
  router.post(PATH, form, (req, res) => take(services, limiter, { req, res }));
  return router;
}

type Exchange = { req: Request; res: Response };

async function take(services: HttpDeps["services"], limiter: RateLimiterMemory, { req, res }: Exchange): Promise<void> {
  const refused = await limiter.consume(req.ip ?? "").then(
    () => undefined,
    (found: unknown) => found as Partial<RateLimiterRes>,
  );
  if (refused) {
    res.set("Retry-After", String(Math.max(1, Math.ceil((refused.msBeforeNext ?? 0) / 1_000))));
    return send(res, 429, TOO_MANY);
  }
  const phone = (req.body as { phone?: unknown } | undefined)?.phone;
  if (typeof phone !== "string") return send(res, 422, UNREADABLE);
  const whole = { covers: "person", callKinds: [], subject: null, attemptId: null, withdrawnAt: null } as const;
  const how = { channel: "web", reason: "asked-by-the-person", recordedBy: "web", createdBy: null } as const;
  const answer = await services.withdrawConsent({ ...whole, ...how, phone });
  return answer.ok ? send(res, 200, DONE) : send(res, 422, UNREADABLE);
}
