import type { State } from "#core/initiatives/lifecycle.ts";
import { deadlineOf } from "../parts/deadline.ts";
import { useWords } from "../words/words.ts";

const tones: Record<State, "done" | "late" | "wait" | ""> = {
  registered: "",
  reported: "",
  accepted: "",
  returned: "wait",
  refused: "late",
  withdrawn: "",
  proposed: "",
  inCouncil: "",
  toComplete: "wait",
  recognised: "done",
  notRecognised: "",
  revoked: "late",
};

export function StateTag(props: { state: State }) {
  const { m } = useWords();
  return <span class={`tag ${tones[props.state]}`}>{m(`state.${props.state}`)}</span>;
}

export function DeadlineTag(props: { dueOn: string | null; today: string }) {
  const { w } = useWords();
  const deadline = () => deadlineOf(props.dueOn, props.today);
  const tone = () =>
    ({ late: "late", today: "wait", soon: "wait", far: "plain", none: "plain" })[deadline().kind];
  const words = () => {
    const seen = deadline();
    return seen.kind === "none" ? w("due.none") : w(`due.${seen.kind}`, { days: seen.days });
  };
  return <span class={`tag ${tone()}`}>{words()}</span>;
}
