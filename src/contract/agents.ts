import { z } from "zod";
import { AGENT_STATES, LINE_KINDS, LINE_STATES } from "../../campaigns/agents/agent.ts";
import { id, idParams, instant } from "./common.ts";
import { route } from "./route.ts";

const words = z.array(z.string().trim().min(1).max(60)).max(100);

export const agent = z
  .object({
    id,
    name: z.string(),
    state: z.enum(AGENT_STATES),
    stateSince: instant,
    pauseReason: z.string().nullable(),
    lineState: z.enum(LINE_STATES),
    lineKind: z.enum(LINE_KINDS).nullable(),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    attemptId: id.nullable(),
    wrapUpUntil: instant.nullable(),
  })
  .meta({ id: "Agent" });

export const disposition = z
  .object({
    code: z.string(),
    label: z.string(),
    source: z.enum(["system", "agent"]),
    consequence: z.enum(["final", "recycle", "next-number", "never-again"]),
    reached: z.boolean(),
    success: z.boolean(),
  })
  .meta({ id: "Disposition" });

const tag = "Agents";

export const agentRoutes = {
  listAgents: route({
    method: "get",
    path: "/v1/agents",
    tag,
    summary: "All agents and their states",
    may: "look-after-agents",
    response: { status: 200, about: "Every agent, by name", schema: z.object({ items: z.array(agent) }).meta({ id: "AgentList" }) },
    errors: [],
  }),
  editAgent: route({
    method: "patch",
    path: "/v1/agents/{id}",
    tag,
    summary: "Change what an agent can do and speak",
    may: "look-after-agents",
    params: idParams,
    body: z
      .strictObject({ skills: words.optional(), languages: words.optional() })
      .refine((changes) => changes.skills || changes.languages, "skills or languages")
      .meta({ id: "AgentChanges" }),
    response: { status: 200, about: "Changed", schema: agent },
    errors: [404],
    audit: "agent",
  }),
  listDispositions: route({
    method: "get",
    path: "/v1/dispositions",
    tag,
    summary: "Every disposition: who gives it and what follows from it",
    may: "be-signed-in",
    response: { status: 200, about: "The dispositions", schema: z.object({ items: z.array(disposition) }).meta({ id: "DispositionList" }) },
    errors: [],
  }),
};
