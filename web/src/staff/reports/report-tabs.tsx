import "./reports.css";
import { pathTo } from "../parts/address.ts";
import { PageTabs } from "../parts/page-frame.tsx";
import { useWords } from "../words/words.ts";

const tabs = ["reports", "reportRequests", "reportRuns"] as const;

export function ReportTabs(props: { current: (typeof tabs)[number] }) {
  const { w } = useWords();
  return (
    <PageTabs
      label={w("reports.tabs")}
      tabs={tabs.map((page) => ({ page, name: w(`reports.tab.${page}`), href: pathTo(page) }))}
      current={props.current}
    />
  );
}
