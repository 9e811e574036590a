import { pathTo } from "../parts/address.ts";
import { PageTabs } from "../parts/page-frame.tsx";
import { useWords } from "../words/words.ts";

const tabs = ["commendations", "blocs", "nominations", "awards"] as const;

export function CommendationTabs(props: { current: (typeof tabs)[number]; unit?: string | null }) {
  const { w } = useWords();
  return (
    <PageTabs
      label={w("commendations.tabs")}
      tabs={tabs.map((page) => ({
        page,
        name: w(`commendations.tab.${page}`),
        href: pathTo(page, { unit: props.unit }),
      }))}
      current={props.current}
    />
  );
}
