import { Show } from "solid-js";
import { commendationStates } from "#core/commendation/decision.ts";
import { recipientKinds } from "#core/commendation/forms.ts";
import { BelowChoice, Choice, FilterChoice, UnitChoice, yearOptions } from "../parts/filters.tsx";
import { useWords } from "../words/words.ts";
import type { DecisionList } from "./decision-list.ts";

/** Years offered before the current one. */
const yearsBack = 6;

export function DecisionFilters(props: { list: DecisionList }) {
  const { w, m } = useWords();
  const { list } = props;
  return (
    <div class="head-row filters">
      <UnitChoice units={list.units()} unit={list.unit()} onChoose={(unit) => list.go({ unit })} />
      <Show when={list.units().length > 1}>
        <BelowChoice
          below={list.below()}
          onChoose={(below) => list.go({ below: below === "1" ? below : null })}
        />
      </Show>
      <Choice
        label={w("commendations.year")}
        options={yearOptions(list.thisYear - yearsBack, list.thisYear, list.year())}
        value={String(list.year())}
        onChoose={(year) => list.go({ year })}
      />
      <FilterChoice
        label={w("commendations.state")}
        values={commendationStates}
        nameOf={(each) => w(`commendations.state.${each}`)}
        value={list.state()}
        onChoose={(state) => list.go({ state })}
      />
      <FilterChoice
        label={w("commendations.recipient")}
        values={recipientKinds}
        nameOf={(kind) => m(`recipientKind.${kind}`)}
        value={list.recipient()}
        onChoose={(recipient) => list.go({ recipient })}
      />
    </div>
  );
}
