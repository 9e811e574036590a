import { addDays, dayOf } from "#core/base/calendar.ts";
import { workingDayFrom } from "#core/base/working-days.ts";
import type { Goal, PlannedStep } from "./goals.ts";
import type { Random } from "./random.ts";

export interface Schedule {
  receivedAt: string;
  steps: { step: PlannedStep["step"]; at: string }[];
}

/** Days since each council session, latest first. */
const sessions = [9, 44, 91, 149, 214, 280] as const;

const dayMilliseconds = 24 * 3_600_000;
const minuteMilliseconds = 60_000;

const byAuthor = new Set<PlannedStep["step"]>([
  "report",
  "resubmit",
  "withdraw",
  "complete",
  "answerAsCoAuthor",
]);
const decides = new Set<PlannedStep["step"]>(["recognise", "notRecognise"]);

interface Span {
  opensOn: string;
  now: string;
}

/** Returns at least one day, latest first. */
function sessionDays({ opensOn, now }: Span): string[] {
  const today = dayOf(now);
  const span = daysBetween(opensOn, today);
  const held = sessions.filter((age) => age < span - 30);
  return (held.length > 0 ? held : [Math.floor(span / 4)]).map((age) =>
    earlierWorkingDay(addDays(today, -age)),
  );
}

const daysBetween = (from: string, to: string) =>
  Math.floor((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);

function earlierWorkingDay(day: string): string {
  let found = day;
  for (let tries = 0; tries < 30 && workingDayFrom(found) !== found; tries++) found = addDays(found, -1);
  return found;
}

/** Shortens intervals to fit between the campaign's opening and now. Returns null if an overdue goal does not fit. */
export function scheduleGoal(goal: Goal, span: Span, random: Random): Schedule | null {
  const { opensOn, now } = span;
  const end = Date.parse(now) - minuteMilliseconds;
  const begin = Date.parse(`${opensOn}T07:00:00+07:00`);
  const whole = (end - begin) / dayMilliseconds;
  const days = sessionDays(span);
  const fixed = new Map<number, string>();
  const decisions = goal.steps.flatMap(({ step }, at) => (decides.has(step) ? [at] : []));
  const pickSession = () => random.between(0, days.length - 1);
  if (goal.age === "session") fixed.set(decisions[0] ?? 0, days[pickSession()] ?? days[0] ?? opensOn);
  else if (goal.age === "sessions") {
    const later = random.between(0, Math.max(0, days.length - 2));
    const earlier = Math.min(days.length - 1, later + 1);
    fixed.set(decisions[0] ?? 0, days[earlier] ?? opensOn);
    fixed.set(decisions[1] ?? 0, days[later] ?? opensOn);
  }
  const lastAge = typeof goal.age === "string" ? 0 : random.between(goal.age[0], goal.age[1]);
  const gaps = goal.steps.map(({ least, most }) => least + random.next() * (most - least));
  const needed = gaps.reduce((sum, gap) => sum + gap, 0);
  if (goal.late && typeof goal.age !== "string" && goal.age[0] + needed * 0.3 > whole) return null;
  const age = Math.min(lastAge, whole * 0.8);
  const instants: number[] = [];
  let later = end - age * dayMilliseconds;
  for (let at = goal.steps.length - 1; at >= 0; at--) {
    // Decisions without a fixed day use the latest session before the next step.
    const bound = later;
    const held = (day: string) => Date.parse(`${day}T17:00:00+07:00`) < bound;
    const session =
      fixed.get(at) ?? (decides.has(goal.steps[at]?.step ?? "accept") ? days.find(held) : undefined);
    const instant = session === undefined ? later : Math.min(later, officeTime(session, random));
    instants[at] = instant;
    const before = gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0);
    // Leaves half a day for the submission.
    const room = (instant - begin) / dayMilliseconds - 0.5;
    const scale = Math.min(1, Math.max(0.02, room / Math.max(before, 0.1)));
    later = instant - Math.max((gaps[at] ?? 0) * scale, 0.01) * dayMilliseconds;
  }
  return settle(later, goal.steps, instants, { begin, end }, random);
}

function settle(
  received: number,
  steps: readonly PlannedStep[],
  instants: readonly number[],
  { begin, end }: { begin: number; end: number },
  random: Random,
): Schedule {
  let next = end + minuteMilliseconds;
  const place = (instant: number, authors: boolean, moves: boolean): string => {
    const day = dayOf(new Date(instant).toISOString());
    const likely = authors
      ? freeTime(day, random)
      : moves
        ? officeTime(workingDayFrom(day), random)
        : instant;
    const chosen = likely < next && likely > begin ? likely : Math.min(instant, next - minuteMilliseconds);
    next = chosen;
    return new Date(Math.floor(chosen / 1000) * 1000).toISOString();
  };
  const scheduled: Schedule["steps"] = [];
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]?.step ?? "accept";
    scheduled.unshift({ step, at: place(instants[at] ?? end, byAuthor.has(step), !decides.has(step)) });
  }
  return { receivedAt: place(received, true, false), steps: scheduled };
}

const timeOf = (day: string, hour: number, random: Random) =>
  Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00+07:00`) +
  random.between(0, 59) * minuteMilliseconds +
  random.between(0, 59) * 1000;

const officeTime = (day: string, random: Random) => timeOf(day, random.between(8, 16), random);
const freeTime = (day: string, random: Random) => timeOf(day, random.between(6, 21), random);
