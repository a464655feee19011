import type { Instant } from "../../campaigns/instant.ts";

/** Who did what to which subject. Only added to; `detail` holds no personal data. */
export type AuditEntry = {
  id: string;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  createdAt: Instant;
};

export interface AuditTrail {
  add(entry: AuditEntry): Promise<void>;
}
