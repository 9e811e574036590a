import "./commendation.css";
import { Show } from "solid-js";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { readCommendation } from "./api.ts";
import { CommendationList } from "./commendation-list.tsx";
import { CommendationTabs } from "./commendation-tabs.tsx";
import { DecisionPage } from "./decision-page.tsx";

export function CommendationsPage(props: { id: string | null }) {
  return (
    <>
      <CommendationTabs current="commendations" />
      <Show when={props.id} keyed fallback={<CommendationList />}>
        {(id) => <OneDecision id={id} />}
      </Show>
    </>
  );
}

function OneDecision(props: { id: string }) {
  const { w } = useWords();
  const load = createLoad(() => props.id, readCommendation);
  return (
    <Loaded of={load} title={w("commendations.title")}>
      {(view) => <DecisionPage view={view()} load={load} />}
    </Loaded>
  );
}
