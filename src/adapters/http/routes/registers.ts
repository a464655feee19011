import type { HttpDeps } from "../deps.ts";
import { orNotFound, refusalToProblem } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { HttpProblem } from "../problem.ts";
import { toWire } from "../wire.ts";

/** Rubbish lines shown in a refusal; all that were kept have an address of their own. */
const MOST_SHOWN = 20;

export function registerHandlers({ services, stores }: HttpDeps): HandlersOf<"listRegisters" | "loadRegister" | "registerRubbish"> {
  return {
    listRegisters: async () => ({ items: toWire(await services.listRegisters()) }),
    async loadRegister({ query, body, principal }) {
      const { name, date, fileName = name, acceptRubbish, acceptShrink, ...told } = query;
      const order = {
        ...told,
        name,
        fileName,
        fileDate: date,
        acceptRubbish: acceptRubbish === "true",
        acceptShrink: acceptShrink === "true",
        loadedBy: principal.actor,
        stream: body,
      };
      const answer = await services.loadRegister(order);
      if (answer.ok) return { ...toWire(answer.load), rubbish: [...answer.rubbish] };
      const { status, code } = refusalToProblem(answer);
      const more = answer.load ? ` All lines: GET /v1/registers/${answer.load.id}/rubbish.` : "";
      const errors = (answer.rubbish ?? [])
        .slice(0, MOST_SHOWN)
        .map(({ line, field, found, expected }) => ({ field: `line ${line}: ${field}`, found, expected }));
      throw new HttpProblem(code, status, {
        detail: `${answer.detail}.${errors.length > 0 ? more : ""}`,
        ...(errors.length > 0 && { errors }),
      });
    },
    async registerRubbish({ params }) {
      orNotFound(await stores.registers.find(params.id), "register");
      return { items: await stores.registers.rubbishOf(params.id) };
    },
  };
}
