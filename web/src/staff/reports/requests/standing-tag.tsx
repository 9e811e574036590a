import type { SubmissionStatus } from "#core/report/submission.ts";
import { deadlineOf } from "../../parts/deadline.ts";
import { useWords } from "../../words/words.ts";

export function StandingTag(props: {
  standing: SubmissionStatus;
  dueOn: string;
  closed: boolean;
  today: string;
}) {
  const { w } = useWords();
  const isIn = () => props.standing === "submitted" || props.standing === "late";
  const deadline = () => deadlineOf(props.dueOn, props.today);
  const tone = () => {
    if (props.standing === "submitted") return "done";
    if (props.standing === "late") return "wait";
    return deadline().kind === "late" || props.standing === "returned" ? "late" : "plain";
  };
  return (
    <>
      <span class={`tag ${tone()}`}>{w(`requests.standing.${props.standing}`)}</span>
      {!isIn() && !props.closed && <DaysLeft dueOn={props.dueOn} today={props.today} />}
    </>
  );
}

export function DaysLeft(props: { dueOn: string; today: string }) {
  const { w } = useWords();
  const words = () => {
    const deadline = deadlineOf(props.dueOn, props.today);
    if (deadline.kind === "none") return "";
    if (deadline.kind === "late") return w("requests.overdue", { count: deadline.days });
    if (deadline.kind === "today") return w("requests.dueToday");
    return w("requests.daysLeft", { count: deadline.days });
  };
  return (
    <span class="days-left" classList={{ late: deadlineOf(props.dueOn, props.today).kind === "late" }}>
      {words()}
    </span>
  );
}
