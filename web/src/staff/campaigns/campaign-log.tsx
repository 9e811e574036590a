import { For, Show } from "solid-js";
import type { CampaignEntry } from "#core/campaigns/lifecycle.ts";
import { writeInstant } from "../../dates.ts";
import { useWords } from "../words/words.ts";
import { nameField } from "./field-words.ts";

export function CampaignLog(props: { log: readonly CampaignEntry[] }) {
  const { w } = useWords();
  const words = (entry: CampaignEntry) =>
    entry.did === "change"
      ? w("campaigns.log.change", { fields: entry.changed.map((name) => nameField(name, w)).join(", ") })
      : w(`campaigns.log.${entry.did}`);
  return (
    <Show when={props.log.length > 0} fallback={<p class="soft">{w("campaigns.log.none")}</p>}>
      <ol class="campaign-log">
        <For each={props.log.toReversed()}>
          {(entry) => (
            <li>
              <time datetime={entry.at}>{writeInstant(entry.at)}</time> <b>{entry.by.name}</b> {words(entry)}
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}
