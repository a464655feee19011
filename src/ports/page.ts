/** A page of a list that is read in the order of ids. `after` and `next` are an id: the last one of the page before. */
export type PageQuery = { after: string | null; limit: number };
export type Page<Item> = { items: Item[]; next: string | null };
