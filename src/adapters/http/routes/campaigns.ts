import type { Response } from "express";
import type { CampaignRecord } from "../../../ports/campaign-store.ts";
import { pageToWire, toPageQuery } from "../cursor.ts";
import type { CampaignServices, HttpDeps } from "../deps.ts";
import { orNotFound, orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { HttpProblem } from "../problem.ts";
import { toWire } from "../wire.ts";

type Names =
  | "listCampaigns"
  | "createCampaign"
  | "findCampaign"
  | "editCampaign"
  | "startCampaign"
  | "pauseCampaign"
  | "completeCampaign"
  | "archiveCampaign"
  | "scheduleCampaign"
  | "attachList"
  | "abandonmentLedger"
  | "campaignStatus";

/** The version is the ETag, so that a change can say which version it was made from. */
function show(res: Response, campaign: CampaignRecord) {
  res.set("ETag", `"${campaign.version}"`);
  return toWire(campaign);
}

const moved = async (res: Response, outcome: ReturnType<CampaignServices["startCampaign"]>) => show(res, orRefuse(await outcome).campaign);

export function campaignHandlers({ services, stores }: HttpDeps): HandlersOf<Names> {
  return {
    async listCampaigns({ query }) {
      const { state, ...page } = query;
      return pageToWire(await stores.campaigns.page({ state, ...toPageQuery(page) }), toWire);
    },
    createCampaign: ({ body, principal, res }) =>
      moved(res, services.createCampaign({ ...body, createdBy: principal.kind === "user" ? principal.id : null, by: principal })),
    findCampaign: async ({ params, res }) => show(res, orNotFound(await stores.campaigns.find(params.id), "campaign")),
    async editCampaign({ params, body, principal, req, res }) {
      const ifMatch = req.get("if-match");
      const { version = versionOf(ifMatch), ...changes } = body;
      if (ifMatch !== undefined && versionOf(ifMatch) !== version) throw twoVersions(ifMatch, version);
      if (version === undefined)
        throw new HttpProblem("version-required", 428, { detail: "Send If-Match with the ETag, or the version in the body." });
      const edited = await services.editCampaign({ id: params.id, version, ...changes, by: principal });
      if (!edited.ok && edited.reason === "version-changed" && ifMatch !== undefined)
        throw new HttpProblem("version-changed", 412, edited.detail === undefined ? {} : { detail: edited.detail });
      return show(res, orRefuse(edited).campaign);
    },
    startCampaign: ({ params, res }) => moved(res, services.startCampaign(params.id)),
    pauseCampaign: ({ params, res }) => moved(res, services.pauseCampaign(params.id)),
    completeCampaign: ({ params, res }) => moved(res, services.completeCampaign(params.id)),
    archiveCampaign: ({ params, res }) => moved(res, services.archiveCampaign(params.id)),
    scheduleCampaign: ({ params, body, res }) => moved(res, services.scheduleCampaign(params.id, Date.parse(body.startsAt))),
    attachList: ({ params, res }) => moved(res, services.attachList(params.id, params.listId)),
    abandonmentLedger: async ({ params }) => ({
      items: orNotFound(await services.abandonmentLedger(params.id), "campaign").map(({ from, to, ...entry }) => ({
        ...entry,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      })),
    }),
    campaignStatus: async ({ params }) => toWire(orNotFound(await services.campaignStatus(params.id), "campaign")),
  };
}

/** Taking either would change a version that the caller may not have seen. */
const twoVersions = (ifMatch: string, version: number | undefined): HttpProblem =>
  new HttpProblem("invalid-input", 400, {
    errors: [{ field: "body.version", found: `${version}, and If-Match ${ifMatch}`, expected: "the same version in both, or one of them" }],
  });

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw new HttpProblem("invalid-input", 400, {
    errors: [{ field: "header.If-Match", found: "another text", expected: 'the ETag of the campaign, such as "3"' }],
  });
}
