/** `StartTime=`, `StartTime>=` and `StartTime<=` as Twilio reads them: a day or an instant, to the second. */
export function dateFilter(query: URLSearchParams, name: string): (at: number | undefined) => boolean {
  const from = read(query.get(`${name}>`));
  const to = read(query.get(`${name}<`));
  const day = query.get(name);
  return (at) => {
    if (from === undefined && to === undefined && day === null) return true;
    if (at === undefined) return false;
    const second = Math.floor(at / 1000) * 1000;
    if (from !== undefined && second < from) return false;
    if (to !== undefined && second > to) return false;
    return day === null || new Date(at).toISOString().startsWith(day.slice(0, 10));
  };
}

/** Whole seconds: the carrier keeps no more. */
function read(text: string | null): number | undefined {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000) * 1000;
}
