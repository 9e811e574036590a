import { createSignal } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";

/** An answer may be cached at the edge and in the browser, a minute each. */
const staleMilliseconds = 120_000;

interface Known {
  server: number;
  device: number;
  ticks: number;
}

const [known, setKnown] = createSignal<Known | null>(null);

/** ISO 8601. Rules never use the device's clock, which may be wrong. */
export function noteServerTime(instant: string): void {
  const server = Date.parse(instant);
  if (!Number.isNaN(server)) setKnown({ server, device: Date.now(), ticks: performance.now() });
}

/** Milliseconds. The device's clock may be changed, its ticks stop during sleep: the larger counts. */
const passed = ({ device, ticks }: Known) => Math.max(0, Date.now() - device, performance.now() - ticks);

/** A lower bound of the server's time, ISO 8601; null until known. */
export function serverNow(): string | null {
  const time = known();
  return time && new Date(time.server + Math.max(0, performance.now() - time.ticks)).toISOString();
}

/** Vietnam time; null until known. Later days are certainly in the future. */
export function latestServerDay(): string | null {
  const time = known();
  return time && dayOf(new Date(time.server + passed(time) + staleMilliseconds).toISOString());
}

/** The device's day until the server's is known; for display only. */
export function today(): string {
  return dayOf(serverNow() ?? new Date().toISOString());
}
