import { Show } from "solid-js";
import { useText } from "../../../language.tsx";
import "../../../words/rules-vi.ts";
import type { Refusal } from "../drafts/drafts.ts";
import { isCampaignError } from "../steps/steps.ts";
import { ClosedActions } from "./closed-notice.tsx";
import "../drafts/words/vi.ts";

export function RefusalNotice(props: { refusal: Refusal; draft: string }) {
  const { t, find } = useText();
  return (
    <section class="faults" role="alert">
      <h2>{t("form.waiting.refused")}</h2>
      <Show
        when={props.refusal.errors.find(isCampaignError)}
        fallback={<p>{find(`problem.${props.refusal.code}`) ?? t("problem.internal")}</p>}
      >
        {(error) => (
          <>
            <p>{find(error().code, error().params) ?? error().code}</p>
            <ClosedActions draft={props.draft} />
          </>
        )}
      </Show>
    </section>
  );
}
