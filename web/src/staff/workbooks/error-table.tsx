import { For, Show } from "solid-js";
import { campaignMessagesEn } from "../../../../functions/core/campaign-messages-en.ts";
import { campaignMessagesVi } from "../../../../functions/core/campaign-messages-vi.ts";
import type { CellError } from "../../../../functions/core/job.ts";
import { jobMessagesEn } from "../../../../functions/core/job-messages-en.ts";
import { jobMessagesVi } from "../../../../functions/core/job-messages-vi.ts";
import { fillMessage } from "../../../../functions/core/messages.ts";
import { unitMessagesEn } from "../../../../functions/core/unit-messages-en.ts";
import { unitMessagesVi } from "../../../../functions/core/unit-messages-vi.ts";
import { workbookMessagesEn } from "../../../../functions/core/workbook-messages-en.ts";
import { workbookMessagesVi } from "../../../../functions/core/workbook-messages-vi.ts";
import { useWords } from "../words.ts";

const wordsVi: Readonly<Record<string, string>> = {
  ...campaignMessagesVi,
  ...unitMessagesVi,
  ...jobMessagesVi,
  ...workbookMessagesVi,
};
const wordsEn: Readonly<Record<string, string>> = {
  ...campaignMessagesEn,
  ...unitMessagesEn,
  ...jobMessagesEn,
  ...workbookMessagesEn,
};

/** What a fault says in the page's language. */
export function useFaultWords() {
  const { language, m } = useWords();
  return ({ code, params = {} }: Pick<CellError, "code" | "params">): string => {
    const words = (language() === "en" ? wordsEn : wordsVi)[code];
    return words ? fillMessage(words, params) : m(code, params);
  };
}

/** What is wrong with a workbook, a row a cell. */
export function ErrorTable(props: { errors: CellError[]; count: number }) {
  const { w } = useWords();
  const say = useFaultWords();
  return (
    <>
      <section class="error-scroll" tabindex="0" aria-label={w("workbooks.errors", { count: props.count })}>
        <table class="error-table">
          <thead>
            <tr>
              <th scope="col">{w("workbooks.sheet")}</th>
              <th scope="col">{w("workbooks.cell")}</th>
              <th scope="col">{w("workbooks.fault")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.errors}>
              {(error) => (
                <tr>
                  <td>{error.sheet}</td>
                  <td class="n">{error.cell}</td>
                  <td>{say(error)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.count > props.errors.length}>
        <p class="soft">{w("workbooks.more", { count: props.count - props.errors.length })}</p>
      </Show>
    </>
  );
}
