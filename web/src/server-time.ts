import { createSignal } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";

/** Maximum age of a response: cached one minute at the edge and one in the browser. */
const staleMilliseconds = 120_000;

interface Known {
  server: number;
  device: number;
  ticks: number;
}

const [known, setKnown] = createSignal<Known | null>(null);

/** Records the server's time (ISO 8601). Rules never use the device's clock, which may be wrong. */
export function noteServerTime(instant: string): void {
  const server = Date.parse(instant);
  if (!Number.isNaN(server)) setKnown({ server, device: Date.now(), ticks: performance.now() });
}

/**
 * Milliseconds since the last server time. Returns the larger value, because the clock may change and ticks stop during
 * sleep.
 */
const passed = ({ device, ticks }: Known) => Math.max(0, Date.now() - device, performance.now() - ticks);

/** Lower bound of the server's time, ISO 8601; null until known. */
export function serverNow(): string | null {
  const time = known();
  return time && new Date(time.server + Math.max(0, performance.now() - time.ticks)).toISOString();
}

/** Latest possible day on the server, in Vietnam time; null until known. */
export function latestServerDay(): string | null {
  const time = known();
  return time && dayOf(new Date(time.server + passed(time) + staleMilliseconds).toISOString());
}

/** Today, by the device's clock until the server's time is known. For display only. */
export function today(): string {
  return dayOf(serverNow() ?? new Date().toISOString());
}
