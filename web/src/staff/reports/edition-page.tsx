import { Show } from "solid-js";
import { reportId } from "../../../../functions/core/report-record.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { pathTo } from "../address.ts";
import { LoadNote } from "../load-note.tsx";
import { createLoad } from "../loading.ts";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { Downloads } from "./downloads.tsx";
import { type ReportPlace, sayPeriod } from "./place.ts";
import { ReportReader } from "./report-reader.tsx";
import { editionPath, readEdition } from "./requests.ts";
import { StateTag } from "./state-tag.tsx";

/** An earlier edition, as it was approved, to be read and taken along. */
export function EditionPage(props: { place: ReportPlace; edition: number }) {
  const { w } = useWords();
  const { call } = useSession();
  const load = createLoad(
    () => `${reportId(props.place)}/${props.edition}`,
    () => call(() => readEdition(props.place, props.edition)),
  );
  const title = () =>
    w("reports.edition.title", {
      period: sayPeriod(props.place, w),
      unit: load.data()?.unit.name ?? "",
      number: props.edition,
    });
  usePageTitle(title);
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reports", {}, reportId(props.place))}>{w("reports.edition.back")}</a>
      </p>
      <LoadNote of={load} />
      <Show when={load.data()}>
        {(view) => (
          <ReportReader
            place={props.place}
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
                  path={editionPath(props.place, view().edition.edition)}
                  files={view().edition.made?.files ?? []}
                />
              </section>
            }
          />
        )}
      </Show>
    </>
  );
}
