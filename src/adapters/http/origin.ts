/** A request that changes something and is carried by a cookie must come from our own pages. */
import type { Request } from "express";
import { HttpProblem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Browsers say where a request comes from: Sec-Fetch-Site, or Origin on everything that is not a plain GET.
 * A program that says neither is no browser, so nobody's cookie is being borrowed.
 */
export function refuseForeignOrigin(req: Request, publicBaseUrl: string): void {
  if (SAFE.has(req.method) || req.headers.authorization !== undefined) return;
  const site = req.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const { origin } = req.headers;
  if (origin === undefined && site === undefined) return;
  if (origin !== undefined && (origin === new URL(publicBaseUrl).origin || hostOf(origin) === req.headers.host)) return;
  throw new HttpProblem("foreign-origin", 403, { detail: "A request with a session cookie must come from Callkeeper's own pages." });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
