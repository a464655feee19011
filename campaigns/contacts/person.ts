/**
 * A person is whoever answers a set of numbers. Numbers that stand in one contact belong to one person, so a
 * contact may show that two persons are one.
 */

export type PersonsAnswer = {
  /** The person of each contact, in their order. */
  personIds: readonly string[];
  /** Persons who turn out to be another: the one on the left is no more. */
  merges: readonly { from: string; into: string }[];
};

/** Leaders of sets that grow together (union-find with path halving). `leads` says which of two leaders stays. */
function makeSets(leads: (one: string, other: string) => boolean) {
  const leaders = new Map<string, string>();
  const find = (member: string): string => {
    let at = member;
    for (let up = leaders.get(at) ?? at; up !== at; up = leaders.get(at) ?? at) {
      leaders.set(at, leaders.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [find(a), find(b)];
    if (one === other) return;
    if (leads(one, other)) leaders.set(other, one);
    else leaders.set(one, other);
  };
  return { find, join };
}

/**
 * Whose the contacts are. `personOf` names the person of every number in them; `fresh` are persons made up a moment
 * ago. Deterministic: one who was known before stays, and among those the one with the smallest id, which is the oldest.
 */
export function unitePersons(
  contacts: readonly { phones: readonly string[] }[],
  personOf: ReadonlyMap<string, string>,
  fresh: ReadonlySet<string> = new Set(),
): PersonsAnswer {
  const sets = makeSets((one, other) => (fresh.has(one) === fresh.has(other) ? one < other : fresh.has(other)));
  const person = (phone: string): string => {
    const id = personOf.get(phone);
    if (id === undefined) throw new Error("person: found none for a number, expected one for each");
    return id;
  };
  for (const { phones } of contacts) {
    const [first = "", ...others] = phones;
    for (const phone of others) sets.join(person(first), person(phone));
  }
  const merges = [...new Set(personOf.values())].flatMap((from) => {
    const into = sets.find(from);
    return into === from ? [] : [{ from, into }];
  });
  return { personIds: contacts.map(({ phones }) => sets.find(person(phones[0] ?? ""))), merges };
}
