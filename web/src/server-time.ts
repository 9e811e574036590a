import { createSignal } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";

/** An answer may have lain in the edge's cache and then in the browser's, a minute each. */
const staleMilliseconds = 120_000;

interface Known {
  server: number;
  device: number;
  ticks: number;
}

const [known, setKnown] = createSignal<Known | null>(null);

/** Notes an instant (ISO 8601) that the server time just now. The device's own clock may be wrong, so that no rule may ask it. */
export function noteServerTime(instant: string): void {
  const server = Date.parse(instant);
  if (!Number.isNaN(server)) setKnown({ server, device: Date.now(), ticks: performance.now() });
}

/** Milliseconds since the server time its time. The device's clock may have been set meanwhile, its ticks stop while it sleeps. */
const passed = ({ device, ticks }: Known) => Math.max(0, Date.now() - device, performance.now() - ticks);

/** The time at the server, ISO 8601, not later than it is; null where nothing has come from there. */
export function serverNow(): string | null {
  const time = known();
  return time && new Date(time.server + Math.max(0, performance.now() - time.ticks)).toISOString();
}

/** The latest day (in Vietnam) that it can be at the server; null where nothing has come from there, so that no day can be called to come. */
export function latestServerDay(): string | null {
  const time = known();
  return time && dayOf(new Date(time.server + passed(time) + staleMilliseconds).toISOString());
}

/** Today in Vietnam by the server; by the device until the server has time, for what is only shown. */
export function today(): string {
  return dayOf(serverNow() ?? new Date().toISOString());
}
