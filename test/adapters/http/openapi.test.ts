import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { makeOpenApi } from "../../../src/adapters/http/openapi.ts";
import { ROUTES } from "../../../src/contract/routes.ts";

const document = makeOpenApi({ publicBaseUrl: "https://callkeeper.example", version: "0.1.0", secureCookies: true });

const lint = async (source: string): Promise<string[]> => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, severity, message, location }) => `${severity} ${ruleId} at ${location[0]?.pointer}: ${message}`);
};

describe("the description of the API", () => {
  it("has every route of the contract", () => {
    const described = Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(described.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  });

  it("has no errors by the recommended rules of Redocly", async () => {
    const found = await lint(JSON.stringify(document));
    expect(found.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("would show an error if there were one", async () => {
    const { summary: _summary, ...broken } = document.paths?.["/v1/campaigns"]?.post ?? {};
    const paths = { ...document.paths, "/v1/campaigns": { post: broken } };
    expect((await lint(JSON.stringify({ ...document, paths }))).join("\n")).toContain("error operation-summary");
  });

  it("says how a caller proves who they are, and which routes need no proof", () => {
    expect(document.security).toEqual([{ session: [] }, { apiKey: [] }]);
    expect(document.paths?.["/healthz"]?.get?.security).toEqual([]);
    expect(document.paths?.["/v1/floor"]?.get?.security).toBeUndefined();
  });

  it("writes instants as date-time and never as a number", () => {
    const campaign = document.components?.schemas?.Campaign as { properties: Record<string, { format?: string }> };
    expect(campaign.properties.createdAt).toMatchObject({ type: "string", format: "date-time" });
  });
});
