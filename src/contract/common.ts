/** Shapes that several nouns share. Instants cross HTTP as ISO 8601 in UTC. */
import { z } from "zod";

export const instant = z.iso.datetime().meta({ examples: ["2026-11-21T22:14:28.000Z"] });
/** An instant as it may be sent: any offset will do. */
export const instantIn = z.iso.datetime({ offset: true });
export const id = z.uuid();
export const idParams = z.object({ id });

/** E.164: `+`, country code, number. */
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, "an E.164 number such as +12025550100");

export const MOST_ITEMS_A_PAGE = 200;

/** `cursor` is the `nextCursor` of the page before; it is opaque. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS_A_PAGE).default(50),
});

/** One page of items; `nextCursor` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
