import { formatNumber, padNumber } from "#core/base/format-vi.ts";
import type { ReportActivity, ReportReplication } from "#core/report/entered-records.ts";
import type { List, ReportInput, Run } from "#core/report/model.ts";
import {
  capitalise,
  describePeriod,
  formatDay,
  joinWords,
  nameInSentence,
  quote,
} from "#core/report/wording.ts";

const mostActivities = 20;
const mostOrigins = 30;
const mostPlaces = 10;

/** Writes one sentence per record of the unit itself. Figures also count the units below. */
export function listActivities(input: ReportInput, kind: ReportActivity["kind"]): List[] {
  const own = input.activities.filter((activity) => activity.kind === kind);
  const unit = nameInSentence(input.unit);
  const [only, ...more] = own;
  if (only && more.length === 0)
    return [{ lead: [`${whenOf(only)}, ${unit} thực hiện ${sayActivity(only, input)}.`], items: [] }];
  const said = own
    .slice(0, mostActivities)
    .map((activity) => `${whenOf(activity)}: ${sayActivity(activity, input)}`);
  const rest = own.length - said.length;
  if (rest > 0) said.push(`Ngoài ra có ${count(rest, input)} hoạt động khác`);
  return listSentences(said, `${unit} đã thực hiện:`);
}

const whenOf = (activity: ReportActivity) => capitalise(describePeriod(activity));

const amounts = {
  organisations: "cơ quan, tổ chức, đơn vị",
  hamlets: "thôn, tổ dân phố",
  sessions: "buổi",
  participants: "lượt người tham dự",
  articles: "tin, bài",
  broadcasts: "lượt phát thanh, truyền hình",
} as const;

const reached = ["organisations", "hamlets"] as const;
const done = ["sessions", "participants", "articles", "broadcasts"] as const;

function sayActivity(activity: ReportActivity, input: ReportInput): string {
  const say = (names: readonly (keyof typeof amounts)[]) =>
    joinWords(
      names.flatMap((name) => {
        const value = activity[name];
        return value === null || value === 0 ? [] : [`${count(value, input)} ${amounts[name]}`];
      }),
    );
  const [to, numbers] = [say(reached), say(done)];
  return [quote(activity.title), to && `đến ${to}`, numbers && `với ${numbers}`].filter(Boolean).join(", ");
}

const count = (value: number, { padNumbers }: ReportInput): string =>
  padNumbers ? padNumber(formatNumber(value)) : formatNumber(value);

export function listReplications({ replications, padNumbers }: ReportInput): List[] {
  const origins = [...Map.groupBy(replications, ({ of }) => `${of.kind} ${of.id}`).values()];
  const said = origins.slice(0, mostOrigins).flatMap(sayOrigin);
  const rest = origins.length - said.length;
  const number = padNumbers ? padNumber(formatNumber(rest)) : formatNumber(rest);
  if (rest > 0) said.push(`Ngoài ra, ${number} sáng kiến, mô hình khác được áp dụng`);
  return listSentences(said, "Sáng kiến, mô hình được áp dụng, nhân rộng:");
}

function sayOrigin(places: ReportReplication[]): string[] {
  const [first] = places;
  if (!first) return [];
  const { of, title, originUnit } = first;
  const kind = of.kind === "initiative" ? "sáng kiến" : "mô hình";
  const name = title ? `${capitalise(kind)} ${quote(title)}` : `Một ${kind}`;
  const shown = places.slice(0, mostPlaces).map(sayPlace);
  if (places.length > mostPlaces) shown.push(`${formatNumber(places.length - mostPlaces)} nơi khác`);
  return [`${name} của ${nameInSentence({ name: originUnit })} được ${joinWords(shown)} áp dụng`];
}

function sayPlace({ unit, model, since, until }: ReportReplication): string {
  const named = model ? `mô hình ${quote(model)}, ` : "";
  const end = until ? ` đến ngày ${formatDay(until)}` : "";
  return `${nameInSentence({ name: unit })} (${named}từ ngày ${formatDay(since)}${end})`;
}

function listSentences(said: readonly string[], lead: string): List[] {
  const [only, ...more] = said;
  if (only === undefined) return [];
  if (more.length === 0) return [{ lead: [`${only}.`], items: [] }];
  return [
    { lead: [capitalise(lead)], items: said.map((text) => ({ runs: [text] satisfies Run[], items: [] })) },
  ];
}
