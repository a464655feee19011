import type { LegalRule } from "./legal-rule.ts";

const usAl: LegalRule = {
  id: "us-al",
  jurisdiction: "US-AL",
  name: "Alabama",
  covers: ["telemarketing"],
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
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Ala. Admin. Code r. 770-X-5-.17(1)(b),(2)(b)",
  sources: [
    {
      citation: "Ala. Admin. Code r. 770-X-5-.17(1)(b),(2)(b)",
      address:
        "https://d1tvxue8o4w0fl.cloudfront.net/regulation/alabama-administrative-code/title-770-alabama-public-service-commission/chapter-770-x-5-telephone-rules/section-770-x-5-17-live-and-automated-solicitations-and-announcements",
    },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
    {
      citation: "Secondary: vendor state chart with statute notes, reviewed July 2025",
      address: "https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours",
    },
  ],
  confidence: "high",
  notes: [
    "(1) automated calls read in full; (2) live calls quoted by secondary. Disconnect within 10 s, identify within 20 s and again at end. Holiday calendar: Alabama state holidays incl. Confederate Memorial Day, Jefferson Davis' Birthday and (locally) Mardi Gras; a Sunday holiday moves to Monday, a Saturday one to Friday (Ala. Code 1-3-8, per vendor chart). PSC reach over out-of-state non-utilities is arguable.",
  ],
  readOn: "2026-11-21",
};

export const usAlRules: readonly LegalRule[] = [usAl];
