import { DISPOSITIONS } from "../../../../campaigns/attempts/disposition.ts";
import type { HttpDeps } from "../deps.ts";
import { orNotFound } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

export function agentHandlers({ stores, clock }: HttpDeps): HandlersOf<"listAgents" | "editAgent" | "listDispositions"> {
  return {
    async listAgents() {
      const agents = await stores.agents.all();
      return { items: toWire(agents.toSorted((one, other) => (one.name < other.name ? -1 : 1))) };
    },
    async editAgent({ params, body }) {
      const changed = await stores.transaction(async (tx) => {
        if (!(await tx.agents.lock(params.id))) return undefined;
        const agent = await tx.agents.change(
          params.id,
          { ...(body.skills && { skills: body.skills }), ...(body.languages && { languages: body.languages }) },
          clock.now(),
        );
        await tx.announcer.announce({ kind: "agent.changed", data: { agentId: agent.id, state: agent.state } });
        return agent;
      });
      return toWire(orNotFound(changed, "agent"));
    },
    listDispositions: () => ({ items: [...DISPOSITIONS] }),
  };
}
