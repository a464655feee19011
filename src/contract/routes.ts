/** Every route there is. Fixed paths stand before those with a parameter in the same place. */
import { agentDeskRoutes } from "./agent-desk.ts";
import { agentRoutes } from "./agents.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { attemptRoutes } from "./attempts.ts";
import { campaignRoutes } from "./campaigns.ts";
import { consentRoutes } from "./consents.ts";
import { contactListRoutes } from "./contact-lists.ts";
import { contactRoutes } from "./contacts.ts";
import { dialabilityRoutes } from "./dialability.ts";
import { doNotCallRoutes } from "./do-not-call.ts";
import { emergencyStopRoutes } from "./emergency-stops.ts";
import { floorRoutes } from "./floor.ts";
import { liveRoutes } from "./live.ts";
import { recordRoutes } from "./records.ts";
import { registerRoutes } from "./registers.ts";
import { sessionRoutes } from "./session.ts";
import { systemRoutes } from "./system.ts";
import { userRoutes } from "./users.ts";

export const ROUTES = {
  ...systemRoutes,
  ...sessionRoutes,
  ...userRoutes,
  ...apiKeyRoutes,
  ...contactListRoutes,
  ...contactRoutes,
  ...campaignRoutes,
  ...dialabilityRoutes,
  ...attemptRoutes,
  ...doNotCallRoutes,
  ...consentRoutes,
  ...registerRoutes,
  ...emergencyStopRoutes,
  ...recordRoutes,
  ...agentDeskRoutes,
  ...agentRoutes,
  ...floorRoutes,
  ...liveRoutes,
} as const;

export type Routes = typeof ROUTES;
export type RouteName = keyof Routes;
