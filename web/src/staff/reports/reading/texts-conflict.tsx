import { textSections } from "#core/figures/section.ts";
import type { ReportTexts } from "#core/report/texts.ts";
import { Button } from "../../../button.tsx";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";

export function TextsConflict(props: {
  base: ReportTexts;
  mine: ReportTexts;
  theirs: ReportTexts;
  onJoin: (texts: ReportTexts) => void;
}) {
  const { w } = useWords();
  const changed = (texts: ReportTexts) =>
    textSections.filter((section) => (texts[section] ?? "") !== (props.base[section] ?? ""));
  const touched = () => [...new Set([...changed(props.theirs), ...changed(props.mine)])];
  /** My changes win. */
  const joined = (): ReportTexts => ({
    ...props.theirs,
    ...Object.fromEntries(changed(props.mine).map((section) => [section, props.mine[section] ?? ""])),
  });
  return (
    <div
      class="note bad conflict"
      role="alert"
      tabindex="-1"
      ref={(box) => queueMicrotask(() => box.focus())}
    >
      <h3>{w("reports.conflict.title")}</h3>
      <p>{w("reports.conflict.lead")}</p>
      <PlainTable
        lang="vi"
        rows={touched()}
        columns={[
          { head: w("reports.conflict.section"), cell: (section) => w(`reports.text.${section}`) },
          {
            head: w("reports.conflict.theirs"),
            class: "line",
            label: true,
            cell: (section) => props.theirs[section] || "–",
          },
          {
            head: w("reports.conflict.mine"),
            class: "line",
            label: true,
            cell: (section) => props.mine[section] || "–",
          },
        ]}
      />
      <div class="actions">
        <Button class="main" label={w("reports.conflict.join")} onClick={() => props.onJoin(joined())} />
        <Button label={w("reports.conflict.take")} onClick={() => props.onJoin(props.theirs)} />
      </div>
    </div>
  );
}
