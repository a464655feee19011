/** As Twilio writes dates: "Sat, 21 Nov 2026 22:00:00 +0000", whole seconds. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

export function rfc2822OrNull(at: number | undefined): string | null {
  return at === undefined ? null : rfc2822(at);
}
