import { For } from "solid-js";
import { type ReportTexts, textSections } from "#core/report/text.ts";
import { useWords } from "../../words/words.ts";

/** Shows both versions of conflicting texts and two ways to continue; neither loses what only one side changed. */
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
  /** My changes win; elsewhere theirs. */
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
      <div class="table-box">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{w("reports.conflict.section")}</th>
              <th scope="col">{w("reports.conflict.theirs")}</th>
              <th scope="col">{w("reports.conflict.mine")}</th>
            </tr>
          </thead>
          <tbody lang="vi">
            <For each={touched()}>
              {(section) => (
                <tr>
                  <th scope="row">{w(`reports.text.${section}`)}</th>
                  <td class="line" data-label={w("reports.conflict.theirs")}>
                    {props.theirs[section] || "–"}
                  </td>
                  <td class="line" data-label={w("reports.conflict.mine")}>
                    {props.mine[section] || "–"}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button type="button" class="button main" onClick={() => props.onJoin(joined())}>
          {w("reports.conflict.join")}
        </button>
        <button type="button" class="button" onClick={() => props.onJoin(props.theirs)}>
          {w("reports.conflict.take")}
        </button>
      </div>
    </div>
  );
}
