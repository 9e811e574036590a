import "./campaigns.css";
import { Show } from "solid-js";
import { FailureNote } from "../parts/failure-note.tsx";
import { createLoad } from "../parts/loading.ts";
import { useSession } from "../parts/session.tsx";
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
  const { call } = useSession();
  const load = createLoad(
    () => props.id,
    (id) => call(() => readCampaign(id)),
  );
  return (
    <>
      <Show when={load.failure()}>
        {(failure) => <FailureNote failure={failure()} onRetry={() => void load.reload()} />}
      </Show>
      <Show when={load.data()} fallback={<p class="soft busy">{load.busy() ? w("load.busy") : ""}</p>}>
        {(view) => <CampaignEditor view={view()} />}
      </Show>
    </>
  );
}
