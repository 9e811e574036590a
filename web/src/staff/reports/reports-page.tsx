import { Match, Show, Switch } from "solid-js";
import { useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";
import { EditionPage } from "./reading/edition-page.tsx";
import { readReportId } from "./report-key.ts";
import { ReportList } from "./report-list.tsx";
import { ReportPage } from "./report-page.tsx";
import { ReportTabs } from "./report-tabs.tsx";

export function ReportsPage(props: { id: string | null }) {
  const { w } = useWords();
  const [search] = useSearchParams<{ edition: string }>();
  const report = () => (props.id === null ? null : readReportId(props.id));
  const edition = () => (/^[1-9]\d{0,3}$/.test(search.edition ?? "") ? Number(search.edition) : null);
  return (
    <>
      <ReportTabs current="reports" />
      <Switch
        fallback={
          <p class="note">
            {w("reports.unknown")} <a href={pathTo("reports")}>{w("reports.back")}</a>
          </p>
        }
      >
        <Match when={props.id === null}>
          <ReportList />
        </Match>
        <Match when={report()}>
          {(found) => (
            <Show when={edition()} fallback={<ReportPage report={found()} />}>
              {(number) => <EditionPage report={found()} edition={number()} />}
            </Show>
          )}
        </Match>
      </Switch>
    </>
  );
}
