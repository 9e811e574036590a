import { isDay } from "#core/base/text.ts";
import { dayOffReason, workingDayFrom, workingDaysBetween } from "#core/base/working-days.ts";
import type { RequestChange } from "#core/report/request.ts";
import { writeDay } from "../../../dates.ts";
import { bindFields, DayField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";

export function WordingFields(props: {
  typed: RequestChange;
  today: string;
  onInput: (change: Partial<RequestChange>) => void;
}) {
  const { w } = useWords();
  const field = bindFields(() => props.typed, props.onInput);
  const hint = () => {
    const { dueOn } = props.typed;
    if (!isDay(dueOn) || dueOn < props.today) return undefined;
    const left = w("requests.workingLeft", { count: workingDaysBetween(props.today, dueOn) });
    if (dayOffReason(dueOn) === null) return left;
    return `${w("requests.rest", { day: writeDay(workingDayFrom(dueOn)) })} ${left}`;
  };
  return (
    <>
      <TextField class="wide" label={w("requests.titleField")} {...field("title")} />
      <DayField class="wide" label={w("requests.dueOn")} hint={hint()} {...field("dueOn")} />
      <TextField class="wide" label={w("requests.text")} rows={4} {...field("text")} />
    </>
  );
}
