/** How columns are read and written: an instant as milliseconds since the epoch (`Instant`), and as a `Date`. */
import type { ColumnType } from "kysely";
import type { Instant } from "../../../campaigns/instant.ts";

export type At = ColumnType<Instant, Date, Date>;
export type AtOrNull = ColumnType<Instant | null, Date | null | undefined, Date | null>;
export type AtDefault = ColumnType<Instant, Date | undefined, Date>;
/** Written as text (JSON.stringify), read as the value. */
export type Json<T> = ColumnType<T, string, string>;
export type JsonDefault<T> = ColumnType<T, string | undefined, string>;
