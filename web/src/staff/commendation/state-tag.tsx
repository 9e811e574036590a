import type { CommendationState } from "#core/commendation/decision.ts";
import { useWords } from "../words/words.ts";

const tones: Readonly<Record<CommendationState, string>> = {
  proposed: "wait",
  issued: "done",
  cancelled: "late",
  withdrawn: "",
};

export function StateTag(props: { state: CommendationState }) {
  const { w } = useWords();
  return <span class={`tag ${tones[props.state]}`}>{w(`commendations.state.${props.state}`)}</span>;
}
