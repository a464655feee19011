/**
 * Alabama. Sales calls end at 20:00; none on Sundays and state holidays, Confederate ones and Mardi Gras included.
 */
import type { LegalRule } from "./legal-rule.ts";

const usAl: LegalRule = {
  id: "us-al",
  jurisdiction: "US-AL",
  name: "Alabama",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-al",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Say who is calling within 20 seconds, and again at the end.", "Release the line within 10 seconds after the person hangs up."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Ala. Admin. Code r. 770-X-5-.17",
  sources: [
    {
      citation: "Ala. Admin. Code r. 770-X-5-.17(1)(b), (2)(b)",
      address:
        "https://d1tvxue8o4w0fl.cloudfront.net/regulation/alabama-administrative-code/title-770-alabama-public-service-commission/chapter-770-x-5-telephone-rules/section-770-x-5-17-live-and-automated-solicitations-and-announcements",
    },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
    {
      citation: "Secondary: a vendor's chart of the states with notes on the statutes, reviewed July 2025",
      address: "https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours",
    },
  ],
  confidence: "high",
  notes: [
    "Paragraph (1), on automated calls, was read in full; (2), on live calls, is quoted by a secondary source.",
    "The holidays are those of the state: Confederate Memorial Day, Jefferson Davis' Birthday and, in some counties, Mardi Gras among them. One on a Sunday moves to Monday, one on a Saturday to Friday (Ala. Code 1-3-8, as the vendor's chart has it).",
    "Whether the Public Service Commission reaches callers from other states that are no utilities can be argued about; its rule is applied.",
  ],
  readOn: "2026-11-21",
};

export const usAlRules: readonly LegalRule[] = [usAl];
