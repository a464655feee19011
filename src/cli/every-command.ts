/** Every command, in the order in which the help shows them. */
import type { Command } from "commander";
import { addAttempts } from "./commands/attempts.ts";
import { addAudit } from "./commands/audit.ts";
import { addCampaign } from "./commands/campaign.ts";
import { addConsent } from "./commands/consent.ts";
import { addContacts } from "./commands/contacts.ts";
import { addDoNotCall } from "./commands/do-not-call.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExplain, addWindows } from "./commands/explain.ts";
import { addLists } from "./commands/lists.ts";
import { addProcesses } from "./commands/processes.ts";
import { addRecords } from "./commands/records.ts";
import { addRegister } from "./commands/register.ts";
import { addStop } from "./commands/stop.ts";
import { addUp } from "./commands/up.ts";
import { addUsers } from "./commands/users.ts";

export function addEveryCommand(program: Command): void {
  const all = [
    addUp,
    addProcesses,
    addLists,
    addCampaign,
    addContacts,
    addAttempts,
    addAudit,
    addRecords,
    addStop,
    addDoNotCall,
    addConsent,
    addRegister,
    addExplain,
    addWindows,
    addUsers,
    addDoctor,
  ];
  for (const add of all) add(program);
}
