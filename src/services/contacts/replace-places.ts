import { type PlacePolicy, placeOf } from "../../../campaigns/contacts/place.ts";
import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import { placeVersion } from "../../../campaigns/contacts/place-version.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";

/** Contacts placed in one transaction: it holds their rows for some ten milliseconds. */
const BATCH_CONTACTS = 500;
/** The sweep has other things to do. */
const MOST_MS = 2_000;

export type PlacesMoved = { lists: number; phones: number; moved: number };

/**
 * Reckons anew where the numbers of each list are that was placed with other tables or settings than those of today.
 * Called by the sweep; works for two seconds and goes on next time, after a restart as well. Campaigns may run
 * meanwhile: the gate asks for a number's place in the transaction that releases the call.
 */
export function makeReplacePlaces({
  stores,
  clock,
  log,
  placePolicy,
}: {
  stores: Stores;
  clock: Clock;
  log: Log;
  placePolicy: PlacePolicy;
}) {
  const version = placeVersion(placePolicy);
  return async function replacePlaces(): Promise<PlacesMoved> {
    const done: PlacesMoved = { lists: 0, phones: 0, moved: 0 };
    const until = clock.now() + MOST_MS;
    do {
      const batch = await stores.transaction((tx) => replaceBatch(tx, { version, policy: placePolicy, now: clock.now() }), {
        statementTimeoutMs: 0,
      });
      if (!batch) break;
      done.phones += batch.phones;
      done.moved += batch.moved;
      if (batch.isLast) {
        done.lists += 1;
        log.info({ listId: batch.listId, version }, "the numbers of a list were placed anew");
      }
    } while (clock.now() < until);
    return done;
  };
}

type Turn = { version: string; policy: PlacePolicy; now: Instant };
type Batch = { listId: string; phones: number; moved: number; isLast: boolean };

async function replaceBatch(tx: Stores, { version, policy, now }: Turn): Promise<Batch | undefined> {
  const list = await tx.placing.lockNext(version);
  if (!list) return undefined;
  const { listId } = list;
  const { phones, through } = await tx.placing.phonesAfter(list, BATCH_CONTACTS);
  if (through === null) {
    await tx.placing.finish(listId, version);
    return { listId, phones: 0, moved: 0, isLast: true };
  }
  const places = phones.map((phone) => placeOf(phone, policy));
  const ids = await tx.contactImport.placeIds([...new Map(places.map((place) => [place.key, place])).values()]);
  const moved = await tx.placing.move(
    phones.map(({ contactId, position }, index) => ({ contactId, position, placeId: ids.get(places[index]?.key ?? "") ?? 0 })),
  );
  const contactIds = [...new Set(phones.map(({ contactId }) => contactId))];
  if (moved > 0) await tx.hopper.lookAgain({ contactIds }, SECOND_LOOK.place, now);
  await tx.placing.progress(listId, version, through);
  return { listId, phones: phones.length, moved, isLast: false };
}
