import { Match, Show, Switch } from "solid-js";
import { useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";
import { readReportId } from "./place.ts";
import { EditionPage } from "./reading/edition-page.tsx";
import { ReportList } from "./report-list.tsx";
import { ReportPage } from "./report-page.tsx";
import { ReportTabs } from "./report-tabs.tsx";

export function ReportsPage(props: { id: string | null }) {
  const { w } = useWords();
  const [search] = useSearchParams<{ edition: string }>();
  const place = () => (props.id === null ? null : readReportId(props.id));
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
        <Match when={place()}>
          {(found) => (
            <Show when={edition()} fallback={<ReportPage place={found()} />}>
              {(number) => <EditionPage place={found()} edition={number()} />}
            </Show>
          )}
        </Match>
      </Switch>
    </>
  );
}
