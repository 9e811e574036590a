import { createLoad, Loaded } from "../parts/loading.tsx";
import "./campaigns.css";
import { Show } from "solid-js";
import { useWords } from "../words/words.ts";
import { readCampaign } from "./api.ts";
import { CampaignEditor } from "./campaign-editor.tsx";
import { CampaignList } from "./campaign-list.tsx";

export function CampaignsPage(props: { id: string | null }) {
  return (
    <Show when={props.id} keyed fallback={<CampaignList />}>
      {(id) => <OneCampaign id={id} />}
    </Show>
  );
}

function OneCampaign(props: { id: string }) {
  const { w } = useWords();
  const load = createLoad(() => props.id, readCampaign);
  return (
    <Loaded of={load} title={w("nav.campaigns")}>
      {(view) => <CampaignEditor view={view()} />}
    </Loaded>
  );
}
