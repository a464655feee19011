/** Shapes that a setting's text can have: the value, or what was expected instead. */
export type Shaped<Value> = { ok: true; value: Value } | { ok: false; expected: string };
export type Shape<Value> = (found: string) => Shaped<Value>;

const shaped = <Value>(value: Value): Shaped<Value> => ({ ok: true, value });
const expected = (what: string): Shaped<never> => ({ ok: false, expected: what });

const urlOf = (found: string): URL | undefined => (URL.canParse(found) ? new URL(found) : undefined);

export const text =
  (what: string, pattern = /\S/): Shape<string> =>
  (found) =>
    pattern.test(found) ? shaped(found) : expected(what);

export const oneOf =
  <Word extends string>(words: readonly Word[]): Shape<Word> =>
  (found) => {
    const word = words.find((candidate) => candidate === found);
    return word === undefined ? expected(`one of ${words.join(", ")}`) : shaped(word);
  };

/** A number between two limits, both allowed. `whole` refuses fractions. */
export const number =
  (limits: { least: number; most: number; whole: boolean }): Shape<number> =>
  (found) => {
    const value = /^\d+(?:\.\d+)?$/.test(found) ? Number(found) : Number.NaN;
    const fits = value >= limits.least && value <= limits.most && (!limits.whole || Number.isInteger(value));
    return fits ? shaped(value) : expected(`a ${limits.whole ? "whole " : ""}number from ${limits.least} to ${limits.most}`);
  };

/** An http or https address without query, fragment or credentials; given back without its closing slash. */
export const httpAddress: Shape<string> = (found) => {
  const url = urlOf(found);
  const plain = url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "";
  return plain ? shaped(found.replace(/\/+$/, "")) : expected("an address such as https://calls.example.com, without query or password");
};

export const postgresAddress: Shape<string> = (found) => {
  const url = urlOf(found);
  const fits = url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  return fits ? shaped(found) : expected("an address such as postgres://user:password@host:5432/callkeeper");
};

export const redisAddress: Shape<string> = (found) => {
  const url = urlOf(found);
  return url !== undefined && /^rediss?:$/.test(url.protocol) && url.hostname !== ""
    ? shaped(found)
    : expected("an address such as redis://host:6379 or rediss://host:6379");
};

/** A carrier's identifier: two letters and 32 hexadecimal digits. */
export const sid = (prefix: string): Shape<string> => text(`${prefix} and 32 hexadecimal digits`, new RegExp(`^${prefix}[0-9a-f]{32}$`));
