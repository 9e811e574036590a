import "./activities.css";
import { pathTo } from "../parts/address.ts";
import { PageTabs } from "../parts/page-frame.tsx";
import { useWords } from "../words/words.ts";

const tabs = ["activities", "models", "replications"] as const;

export function RecordTabs(props: { current: (typeof tabs)[number]; unit: string | null }) {
  const { w } = useWords();
  return (
    <PageTabs
      label={w("records.tabs")}
      tabs={tabs.map((page) => ({
        page,
        name: w(`records.tab.${page}`),
        href: pathTo(page, { unit: props.unit }),
      }))}
      current={props.current}
    />
  );
}
