import { isDay } from "#core/base/text.ts";
import { dayOffReason, workingDayFrom, workingDaysBetween } from "#core/base/working-days.ts";
import type { RequestChange } from "#core/report/request.ts";
import { writeDay } from "../../../dates.ts";
import { DayField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words/words.ts";

export function WordingFields(props: {
  typed: RequestChange;
  today: string;
  onInput: (change: Partial<RequestChange>) => void;
}) {
  const { w } = useWords();
  const hint = () => {
    const { dueOn } = props.typed;
    if (!isDay(dueOn) || dueOn < props.today) return undefined;
    const left = w("requests.workingLeft", { count: workingDaysBetween(props.today, dueOn) });
    if (dayOffReason(dueOn) === null) return left;
    return `${w("requests.rest", { day: writeDay(workingDayFrom(dueOn)) })} ${left}`;
  };
  return (
    <>
      <TextField
        class="wide"
        pointer="/title"
        label={w("requests.titleField")}
        value={props.typed.title}
        onInput={(title) => props.onInput({ title })}
      />
      <DayField
        class="wide"
        pointer="/dueOn"
        label={w("requests.dueOn")}
        hint={hint()}
        value={props.typed.dueOn}
        onInput={(dueOn) => props.onInput({ dueOn })}
      />
      <TextField
        class="wide"
        pointer="/text"
        label={w("requests.text")}
        rows={4}
        value={props.typed.text}
        onInput={(text) => props.onInput({ text })}
      />
    </>
  );
}
