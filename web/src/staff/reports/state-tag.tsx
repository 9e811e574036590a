import type { ReportState } from "#core/report/record.ts";
import { useWords } from "../words/words.ts";

export function StateTag(props: { state: ReportState }) {
  const { w } = useWords();
  return (
    <span class="tag" classList={{ wait: props.state === "draft", done: props.state === "published" }}>
      {w(`reports.state.${props.state}`)}
    </span>
  );
}
