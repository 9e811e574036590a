import { Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import { writeDay, writeInstant } from "../../../dates.ts";
import { usePageTitle } from "../../../page-title.ts";
import { pathTo } from "../../parts/address.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { useWords } from "../../words/words.ts";
import { editionPath, readEdition } from "../api.ts";
import { formatPeriod, type ReportKey } from "../report-key.ts";
import { StateTag } from "../state-tag.tsx";
import { Downloads } from "./downloads.tsx";
import { ReportReader } from "./report-reader.tsx";

export function EditionPage(props: { report: ReportKey; edition: number }) {
  const { w } = useWords();
  const load = createLoad(
    () => `${reportId(props.report)}/${props.edition}`,
    () => readEdition(props.report, props.edition),
  );
  const title = () =>
    w("reports.edition.title", {
      period: formatPeriod(props.report, w),
      unit: load.data()?.unit.name ?? "",
      number: props.edition,
    });
  usePageTitle(title);
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reports", {}, reportId(props.report))}>{w("reports.edition.back")}</a>
      </p>
      <Loaded of={load} title={w("reports.title")}>
        {(view) => (
          <ReportReader
            report={props.report}
            edition={props.edition}
            model={view().model}
            issue={view().edition.issue}
            head={
              <header class="report-head">
                <div class="head-row">
                  <h1>{title()}</h1>
                  <StateTag state={view().edition.state} />
                  <Show when={view().edition.issue}>
                    {(issue) => (
                      <span class="soft">
                        {issue().number}, {writeDay(issue().signedOn)}
                      </span>
                    )}
                  </Show>
                </div>
                <p class="note">
                  {w("reports.edition.reopened", {
                    reason: view().edition.reopened.reason,
                    name: view().edition.reopened.by.name,
                    time: writeInstant(view().edition.reopened.at),
                  })}
                </p>
              </header>
            }
            margin={
              <section class="report-panel files" aria-labelledby="edition-files">
                <h2 id="edition-files">{w("reports.panel.files")}</h2>
                <Downloads
                  path={editionPath(props.report, view().edition.edition)}
                  files={view().edition.made?.files ?? []}
                />
              </section>
            }
          />
        )}
      </Loaded>
    </>
  );
}
