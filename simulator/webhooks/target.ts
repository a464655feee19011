const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** A simulated carrier never speaks to the outside world, unless its owner names the host. */
export function mayReach(url: string, allowHosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return LOOPBACK.test(hostname) || allowHosts.includes(hostname) || allowHosts.includes(host);
}
