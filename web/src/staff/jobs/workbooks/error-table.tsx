import { Show } from "solid-js";
import type { CellError } from "#core/jobs/job.ts";
import { activityMessagesEn } from "#core/words/en/activities.ts";
import { campaignMessagesEn } from "#core/words/en/campaigns.ts";
import { commendationMessagesEn } from "#core/words/en/commendation.ts";
import { figureMessagesEn } from "#core/words/en/figures.ts";
import { jobMessagesEn } from "#core/words/en/jobs.ts";
import { unitMessagesEn } from "#core/words/en/units.ts";
import { workbookMessagesEn } from "#core/words/en/workbook.ts";
import { fillMessage } from "#core/words/messages.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { campaignMessagesVi } from "#core/words/vi/campaigns.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { jobMessagesVi } from "#core/words/vi/jobs.ts";
import { unitMessagesVi } from "#core/words/vi/units.ts";
import { workbookMessagesVi } from "#core/words/vi/workbook.ts";
import { WideTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";

const texts = {
  vi: {
    ...activityMessagesVi,
    ...campaignMessagesVi,
    ...commendationMessagesVi,
    ...figureMessagesVi,
    ...unitMessagesVi,
    ...jobMessagesVi,
    ...workbookMessagesVi,
  },
  en: {
    ...activityMessagesEn,
    ...campaignMessagesEn,
    ...commendationMessagesEn,
    ...figureMessagesEn,
    ...unitMessagesEn,
    ...jobMessagesEn,
    ...workbookMessagesEn,
  },
};
const words = { vi: new Map(Object.entries(texts.vi)), en: new Map(Object.entries(texts.en)) };

export function useFaultWords() {
  const { language, m } = useWords();
  return ({ code, params = {} }: Pick<CellError, "code" | "params">): string => {
    const text = words[language()].get(code);
    return text ? fillMessage(text, params) : m(code, params);
  };
}

export function ErrorTable(props: { errors: CellError[]; count: number }) {
  const { w } = useWords();
  const say = useFaultWords();
  return (
    <>
      <WideTable
        boxClass="error-scroll"
        class="error-table"
        name={w("workbooks.errors", { count: props.count })}
        rowHeads={false}
        rows={props.errors}
        columns={[
          { head: w("workbooks.sheet"), cell: ({ sheet }) => sheet },
          { head: w("workbooks.cell"), headClass: "", class: "n", cell: ({ cell }) => cell },
          { head: w("workbooks.fault"), cell: say },
        ]}
      />
      <Show when={props.count > props.errors.length}>
        <p class="soft">{w("workbooks.more", { count: props.count - props.errors.length })}</p>
      </Show>
    </>
  );
}
