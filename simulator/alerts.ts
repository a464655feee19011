/** What Twilio would show in its debugger: errors that never come back on a REST call. */
export type Alert = { at: number; code: number; message: string; callSid: string | null; url: string | null };

export type Alerts = {
  raise(code: number, message: string, about?: { callSid?: string; url?: string }): void;
  all(): Alert[];
  clear(): void;
};

const KEPT = 5000;

export function makeAlerts(now: () => number): Alerts {
  let alerts: Alert[] = [];
  return {
    raise(code, message, about) {
      alerts.push({ at: now(), code, message, callSid: about?.callSid ?? null, url: about?.url ?? null });
      if (alerts.length > KEPT * 2) alerts = alerts.slice(-KEPT);
    },
    all: () => [...alerts],
    clear() {
      alerts = [];
    },
  };
}
