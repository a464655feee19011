/** The tables of 0008-consent.sql as Kysely sees them. */
import type { Generated, GeneratedAlways } from "kysely";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { ConsentBasis } from "../../../campaigns/compliance/consent.ts";
import type { RegisterScrub } from "../../../campaigns/compliance/decision.ts";
import type { At, AtOrNull, JsonDefault } from "./columns.ts";

export interface ConsentTables {
  consents: {
    id: string;
    phone: string;
    covers: "number" | "person";
    person_id: string | null;
    contact_id: string | null;
    basis: ConsentBasis;
    call_kinds: Generated<CallKind[]>;
    subject: string | null;
    source: string;
    obtained_at: At;
    proof: JsonDefault<Record<string, unknown>>;
    agreed_any: Generated<boolean>;
    agreed_from: AtOrNull;
    agreed_to: AtOrNull;
    ends_at: AtOrNull;
    recorded_by: string;
    recorded_at: At;
  };
  consent_withdrawals: {
    id: string;
    phone: string;
    covers: "number" | "person";
    person_id: string | null;
    call_kinds: Generated<CallKind[]>;
    subject: string | null;
    channel: "agent" | "keypress" | "sms" | "web" | "api" | "import" | "cli";
    attempt_id: string | null;
    do_not_call_id: string | null;
    withdrawn_at: At;
    recorded_by: string;
    recorded_at: At;
  };
  consent_uses: { consent_id: string; used_at: At; attempt_id: string };
  registers: {
    id: string;
    number: GeneratedAlways<number>;
    name: string;
    kind: RegisterScrub["kind"];
    jurisdiction: string | null;
    file_name: string;
    /** A civil date: "2026-11-01". */
    file_date: string;
    state: "loading" | "current" | "superseded" | "failed";
    line_count: Generated<string>;
    number_count: Generated<string>;
    rubbish_count: Generated<string>;
    rubbish: JsonDefault<{ line: number; field: string; found: string; expected: string }[]>;
    failure: string | null;
    loaded_by: string;
    created_at: At;
    progress_at: At;
    loaded_at: AtOrNull;
    cleaned_at: AtOrNull;
  };
  register_numbers: { phone: string; register: number };
}
