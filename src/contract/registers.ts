import { z } from "zod";
import { id, idParams, instant } from "./common.ts";
import { route } from "./route.ts";

const kind = z.enum(["national", "state", "litigator"]);
const civilDate = z.iso.date().meta({ examples: ["2026-11-01"] });

const load = z
  .object({
    id,
    name: z.string(),
    kind,
    jurisdiction: z.string().nullable(),
    fileName: z.string(),
    fileDate: civilDate,
    state: z.enum(["loading", "current", "superseded", "failed"]),
    counts: z.object({ lines: z.number().int(), numbers: z.number().int(), rubbish: z.number().int() }),
    failure: z.string().nullable(),
    loadedBy: z.string(),
    createdAt: instant,
    loadedAt: instant.nullable(),
  })
  .meta({ id: "RegisterLoad" });

const rubbishLine = z
  .object({ line: z.number().int(), field: z.string(), found: z.string(), expected: z.string() })
  .meta({ id: "RubbishLine" });

const register = z
  .object({
    name: z.string(),
    current: load.nullable(),
    loading: load.nullable(),
    ageDays: z.number().int().nullable(),
    /** Rules that demand that it be asked, and how old the answer may be. */
    demand: z.object({ kind, jurisdiction: z.string(), mostAgeDays: z.number().int(), rules: z.array(z.string()) }).nullable(),
    /** not-loaded and stale: calls of the rules that demand it wait. */
    state: z.enum(["in-force", "stale", "not-loaded"]),
  })
  .meta({ id: "Register" });

const tag = "Registers";

export const registerRoutes = {
  listRegisters: route({
    method: "get",
    path: "/v1/registers",
    tag,
    summary: "Registers of numbers not to be called: those that are loaded and those that the law demands",
    may: "read-registers",
    response: { status: 200, about: "All of them", schema: z.object({ items: z.array(register) }).meta({ id: "Registers" }) },
    errors: [],
  }),
  loadRegister: route({
    method: "post",
    path: "/v1/registers",
    tag,
    summary: "Load a register from its file; the one before serves until the new one is whole",
    may: "load-registers",
    query: z.strictObject({
      /** What rules demand it by, or a name of your own. */
      name: z.string().min(1).max(60),
      /** The day the file is of. */
      date: civilDate,
      /** For a list that no rule names. */
      kind: kind.optional(),
      jurisdiction: z
        .string()
        .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, "ISO 3166-1 or 3166-2 such as US or US-TX")
        .optional(),
      fileName: z.string().trim().min(1).max(300).optional(),
      /** Where numbers without a plus sign are from, ISO 3166-1. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, "an ISO 3166-1 country such as US")
        .optional(),
      /** Load it although more than one line in a hundred holds no number. */
      acceptRubbish: z.enum(["true", "false"]).default("false"),
      /** Load it although it holds less than half as many numbers as the one in force. */
      acceptShrink: z.enum(["true", "false"]).default("false"),
    }),
    body: {
      stream: ["text/plain", "text/csv", "application/octet-stream"],
      about: "The file itself: one number a line, as E.164, national with `country`, or area code and number (212,5551234)",
    },
    response: {
      status: 201,
      about: "Loaded; `rubbish`: the first lines without a number",
      schema: load.extend({ rubbish: z.array(rubbishLine) }).meta({ id: "LoadedRegister" }),
    },
    errors: [409, 413, 422],
  }),
  registerRubbish: route({
    method: "get",
    path: "/v1/registers/{id}/rubbish",
    tag,
    summary: "The first thousand lines of a register file that hold no number, with what was found and expected",
    may: "read-registers",
    params: idParams,
    response: { status: 200, about: "The lines", schema: z.object({ items: z.array(rubbishLine) }).meta({ id: "RegisterRubbish" }) },
    errors: [404],
  }),
};
