/** Every rule of every jurisdiction, as the pages have them, unchecked. Read them through rulebook.ts. */

import { auRules } from "./au.ts";
import { beRules } from "./be.ts";
import { brRules } from "./br.ts";
import { caRules } from "./ca.ts";
import { caBcRules } from "./ca-bc.ts";
import { coRules } from "./co.ts";
import { deRules } from "./de.ts";
import { dkRules } from "./dk.ts";
import { esRules } from "./es.ts";
import { frRules } from "./fr.ts";
import { gbRules } from "./gb.ts";
import { ieRules } from "./ie.ts";
import { indiaRules } from "./in.ts";
import { itRules } from "./it.ts";
import { jpRules } from "./jp.ts";
import type { LegalRule } from "./legal-rule.ts";
import { ltRules } from "./lt.ts";
import { mxRules } from "./mx.ts";
import { nlRules } from "./nl.ts";
import { nzRules } from "./nz.ts";
import { plRules } from "./pl.ts";
import { ptRules } from "./pt.ts";
import { roRules } from "./ro.ts";
import { sgRules } from "./sg.ts";
import { uaRules } from "./ua.ts";
import { usRules } from "./us.ts";
import { usAkRules } from "./us-ak.ts";
import { usAlRules } from "./us-al.ts";
import { usArRules } from "./us-ar.ts";
import { usAzRules } from "./us-az.ts";
import { usCaRules } from "./us-ca.ts";
import { usCoRules } from "./us-co.ts";
import { usCtRules } from "./us-ct.ts";
import { usDcRules } from "./us-dc.ts";
import { usDeRules } from "./us-de.ts";
import { usFlRules } from "./us-fl.ts";
import { usGaRules } from "./us-ga.ts";
import { usHiRules } from "./us-hi.ts";
import { usIaRules } from "./us-ia.ts";
import { usIdRules } from "./us-id.ts";
import { usIlRules } from "./us-il.ts";
import { usInRules } from "./us-in.ts";
import { usKsRules } from "./us-ks.ts";
import { usKyRules } from "./us-ky.ts";
import { usLaRules } from "./us-la.ts";
import { usMaRules } from "./us-ma.ts";
import { usMdRules } from "./us-md.ts";
import { usMeRules } from "./us-me.ts";
import { usMiRules } from "./us-mi.ts";
import { usMnRules } from "./us-mn.ts";
import { usMoRules } from "./us-mo.ts";
import { usMsRules } from "./us-ms.ts";
import { usMtRules } from "./us-mt.ts";
import { usNcRules } from "./us-nc.ts";
import { usNdRules } from "./us-nd.ts";
import { usNeRules } from "./us-ne.ts";
import { usNhRules } from "./us-nh.ts";
import { usNjRules } from "./us-nj.ts";
import { usNmRules } from "./us-nm.ts";
import { usNvRules } from "./us-nv.ts";
import { usNyRules } from "./us-ny.ts";
import { usOhRules } from "./us-oh.ts";
import { usOkRules } from "./us-ok.ts";
import { usOrRules } from "./us-or.ts";
import { usPaRules } from "./us-pa.ts";
import { usPrRules } from "./us-pr.ts";
import { usRiRules } from "./us-ri.ts";
import { usScRules } from "./us-sc.ts";
import { usSdRules } from "./us-sd.ts";
import { usTnRules } from "./us-tn.ts";
import { usTxRules } from "./us-tx.ts";
import { usUtRules } from "./us-ut.ts";
import { usVaRules } from "./us-va.ts";
import { usVtRules } from "./us-vt.ts";
import { usWaRules } from "./us-wa.ts";
import { usWiRules } from "./us-wi.ts";
import { usWvRules } from "./us-wv.ts";
import { usWyRules } from "./us-wy.ts";
import { zaRules } from "./za.ts";

export const EVERY_RULE: readonly LegalRule[] = [
  ...auRules,
  ...beRules,
  ...brRules,
  ...caRules,
  ...caBcRules,
  ...coRules,
  ...deRules,
  ...dkRules,
  ...esRules,
  ...frRules,
  ...gbRules,
  ...ieRules,
  ...indiaRules,
  ...itRules,
  ...jpRules,
  ...ltRules,
  ...mxRules,
  ...nlRules,
  ...nzRules,
  ...plRules,
  ...ptRules,
  ...roRules,
  ...sgRules,
  ...uaRules,
  ...usRules,
  ...usAkRules,
  ...usAlRules,
  ...usArRules,
  ...usAzRules,
  ...usCaRules,
  ...usCoRules,
  ...usCtRules,
  ...usDcRules,
  ...usDeRules,
  ...usFlRules,
  ...usGaRules,
  ...usHiRules,
  ...usIaRules,
  ...usIdRules,
  ...usIlRules,
  ...usInRules,
  ...usKsRules,
  ...usKyRules,
  ...usLaRules,
  ...usMaRules,
  ...usMdRules,
  ...usMeRules,
  ...usMiRules,
  ...usMnRules,
  ...usMoRules,
  ...usMsRules,
  ...usMtRules,
  ...usNcRules,
  ...usNdRules,
  ...usNeRules,
  ...usNhRules,
  ...usNjRules,
  ...usNmRules,
  ...usNvRules,
  ...usNyRules,
  ...usOhRules,
  ...usOkRules,
  ...usOrRules,
  ...usPaRules,
  ...usPrRules,
  ...usRiRules,
  ...usScRules,
  ...usSdRules,
  ...usTnRules,
  ...usTxRules,
  ...usUtRules,
  ...usVaRules,
  ...usVtRules,
  ...usWaRules,
  ...usWiRules,
  ...usWvRules,
  ...usWyRules,
  ...zaRules,
];
