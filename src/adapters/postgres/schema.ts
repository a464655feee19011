/**
 * The tables of migrations/ as Kysely sees them.
 * An instant is read as milliseconds since the epoch (`Instant`) and written as a `Date`.
 */
import type { ColumnType, Generated, GeneratedAlways, Insertable, Selectable } from "kysely";
import type { AgentState, LineKind, LineState } from "../../../campaigns/agents/agent.ts";
import type { Answer } from "../../../campaigns/attempts/answer.ts";
import type { AttemptKind, AttemptState } from "../../../campaigns/attempts/attempt.ts";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { DoNotCallEntry, NumberType } from "../../../campaigns/compliance/decision.ts";
import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import type { CampaignSettings, CampaignState } from "../../../campaigns/campaign.ts";
import type { Role } from "../../../campaigns/role.ts";
import type { At, AtDefault, AtOrNull, Json, JsonDefault } from "./columns.ts";
import type { ConsentTables } from "./schema-consent.ts";

export interface Database extends ConsentTables {
  users: { id: string; email: string; name: string; password_hash: string; role: Role; created_at: AtDefault; disabled_at: AtOrNull };
  api_keys: {
    id: string;
    name: string;
    key_hash: Buffer;
    role: Role;
    created_by: string | null;
    created_at: AtDefault;
    last_used_at: AtOrNull;
    revoked_at: AtOrNull;
  };
  idempotency_keys: {
    principal: string;
    key: string;
    request_hash: Buffer;
    status: number | null;
    response: ColumnType<unknown, string | null | undefined, string | null>;
    created_at: AtDefault;
  };
  places: { id: GeneratedAlways<number>; key: string; zones: string[]; jurisdictions: string[]; source: string };
  contact_lists: {
    id: string;
    name: string;
    source_name: string;
    state: "importing" | "ready" | "failed" | "archived";
    row_count: Generated<number>;
    accepted_count: Generated<number>;
    refused_count: Generated<number>;
    duplicate_count: Generated<number>;
    failure: string | null;
    header: JsonDefault<string[]>;
    created_by: string | null;
    created_at: AtDefault;
    progress_at: AtDefault;
    ready_at: AtOrNull;
    place_version: string | null;
    placing_version: string | null;
    placed_through: string | null;
  };
  refused_rows: {
    list_id: string;
    line: number;
    field: string | null;
    reason: string;
    found: string | null;
    expected: string | null;
    raw: string;
  };
  person_phones: { phone: string; person_id: string };
  contacts: {
    id: string;
    list_id: string;
    person_id: string;
    external_ref: string | null;
    given_name: string | null;
    family_name: string | null;
    country: string | null;
    region: string | null;
    postal_code: string | null;
    time_zone: string | null;
    language: string | null;
    priority: Generated<number>;
    debt_id: string | null;
    fields: JsonDefault<Record<string, string>>;
    created_at: AtDefault;
  };
  contact_phones: {
    contact_id: string;
    position: number;
    phone: string;
    place_id: number | null;
    bad_reason: string | null;
    number_type: Generated<NumberType>;
  };
  do_not_call_entries: {
    id: string;
    scope: "organisation" | "campaign";
    target: Generated<DoNotCallEntry["target"]>;
    /** Null for a prefix. */
    phone: string | null;
    person_id: string | null;
    prefix: string | null;
    campaign_id: string | null;
    reason: string;
    source: string;
    attempt_id: string | null;
    created_by: string | null;
    created_at: AtDefault;
    expires_at: AtOrNull;
    withdrawn_at: AtOrNull;
  };
  campaigns: {
    id: string;
    name: string;
    state: CampaignState;
    settings: Json<CampaignSettings>;
    priority: Generated<number>;
    version: Generated<number>;
    starts_at: AtOrNull;
    state_reason: string | null;
    created_by: string | null;
    created_at: AtDefault;
    started_at: AtOrNull;
    ended_at: AtOrNull;
  };
  campaign_lists: { campaign_id: string; list_id: string; attached_at: AtDefault };
  campaign_contacts: {
    campaign_id: string;
    contact_id: string;
    list_id: string;
    state: Generated<"ready" | "on-hopper" | "in-attempt" | "finished">;
    place_id: number;
    next_position: Generated<number>;
    priority: Generated<number>;
    /** `-infinity` (never tried) is read as -Infinity. */
    due_at: AtDefault;
    attempt_count: Generated<number>;
    last_disposition: string | null;
    wait_reason: string | null;
    finished_reason: string | null;
    hopper_rank: string | null;
    shelved_at: AtOrNull;
  };
  agents: {
    id: string;
    state: Generated<AgentState>;
    state_since: AtDefault;
    pause_reason: string | null;
    pause_after: Generated<boolean>;
    line_state: Generated<LineState>;
    line_kind: LineKind | null;
    line_address: string | null;
    line_call_id: string | null;
    line_since: AtOrNull;
    conference_name: string;
    conference_sid: string | null;
    skills: Generated<string[]>;
    languages: Generated<string[]>;
    attempt_id: string | null;
    wrap_up_until: AtOrNull;
    last_seen_at: AtOrNull;
  };
  attempts: {
    id: string;
    kind: AttemptKind;
    campaign_id: string;
    contact_id: string;
    person_id: string;
    phone: string;
    phone_position: number;
    number_in_campaign: number;
    state: Generated<AttemptState>;
    agent_id: string | null;
    call_kind: Generated<CallKind>;
    subject: string | null;
    debt_id: string | null;
    jurisdictions: Generated<string[]>;
    caller_id: string | null;
    carrier_call_id: string | null;
    carrier_rank: Generated<number>;
    carrier_status: string | null;
    answer: Answer | null;
    chosen_disposition: string | null;
    disposition: string | null;
    disposition_source: "system" | "agent" | null;
    note: string | null;
    refusal: string | null;
    error_code: string | null;
    sip_code: string | null;
    reserved_at: At;
    submitting_at: AtOrNull;
    dialing_at: AtOrNull;
    ringing_at: AtOrNull;
    answered_at: AtOrNull;
    agent_reserved_at: AtOrNull;
    connected_at: AtOrNull;
    abandoned_at: AtOrNull;
    unknown_at: AtOrNull;
    call_ended_at: AtOrNull;
    wrap_up_until: AtOrNull;
    closed_at: AtOrNull;
    checked_at: AtOrNull;
  };
  decisions: {
    id: string;
    day: string;
    sequence: number;
    kind: "decision" | "erasure";
    attempt_id: string | null;
    campaign_id: string | null;
    contact_id: string | null;
    phone: string | null;
    asked_by: string | null;
    answer: "call" | "wait" | "never" | null;
    wait_until: AtOrNull;
    decided_at: AtOrNull;
    /** Null: for ever. */
    keep_until: string | null;
    /** Canonical JSON as it was hashed; null: removed. */
    record: string | null;
    record_hash: Buffer;
    hash: Buffer;
    removed_at: AtOrNull;
    removed_for: string | null;
  };
  decision_chain: { one: Generated<boolean>; day: string | null; count: Generated<number>; hash: Buffer };
  decision_days: { day: string; count: number; hash: Buffer };
  campaign_versions: { campaign_id: string; version: number; name: string; settings: Json<CampaignSettings>; since: AtDefault };
  erasures: { id: string; person_id: string; phones: string[]; asked_by: string; asked_at: At; next_on: string | null };
  carrier_events: {
    id: GeneratedAlways<string>;
    dedupe_key: string;
    source: string;
    attempt_id: string | null;
    agent_id: string | null;
    carrier_call_id: string | null;
    payload: Json<Record<string, string>>;
    received_at: AtDefault;
    applied_at: AtOrNull;
    outcome: string | null;
  };
  carrier_limits: {
    carrier: string;
    calls_per_second: number;
    lines: number;
    next_release_at: AtDefault;
    slow_down: Generated<number>;
    slowed_at: AtOrNull;
  };
  caller_id_faults: { phone: string; error_code: string; reason: string; found_at: AtDefault; cleared_at: AtOrNull };
  emergency_stops: {
    id: string;
    scope: EmergencyStop["scope"];
    jurisdiction: string | null;
    campaign_id: string | null;
    reason: string;
    created_by: string;
    created_at: At;
    lifted_by: string | null;
    lift_reason: string | null;
    lifted_at: AtOrNull;
  };
  live_events: { id: GeneratedAlways<string>; kind: string; data: Json<unknown>; created_at: AtDefault };
  audit_entries: { id: string; actor: string; action: string; subject: string; detail: JsonDefault<unknown>; created_at: AtDefault };
  installation: { key: string; value: Json<unknown> };
}

export type Row<T extends keyof Database> = Selectable<Database[T]>;
export type NewRow<T extends keyof Database> = Insertable<Database[T]>;
