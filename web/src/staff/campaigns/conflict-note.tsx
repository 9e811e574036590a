import { Show } from "solid-js";
import { type CampaignForm, formOf } from "#core/campaigns/form.ts";
import type { CampaignView } from "../../../../functions/api/campaigns/views.ts";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { describeField, nameField } from "./field-words.ts";
import { mergeCampaign } from "./typed-campaign.ts";

export function ConflictNote(props: {
  base: CampaignForm;
  mine: CampaignForm;
  theirs: CampaignView;
  onJoin: () => void;
  onTake: () => void;
}) {
  const { w } = useWords();
  const found = () => mergeCampaign(props.base, props.mine, formOf(props.theirs.campaign));
  const last = () => props.theirs.log.at(-1);
  const name = () => last()?.by.name || w("campaigns.conflict.somebody");
  const list = (names: string[]) => names.map((each) => nameField(each, w)).join(", ");
  return (
    <div
      class="note bad conflict"
      role="alert"
      tabindex="-1"
      ref={(box) => queueMicrotask(() => box.focus())}
    >
      <h2>{w("campaigns.conflict.title", { name: name() })}</h2>
      <p>
        {w("campaigns.conflict.lead", {
          name: name(),
          time: writeInstant(last()?.at ?? props.theirs.today),
          fields: list(found().others) || "–",
        })}
      </p>
      <Show when={found().both.length > 0}>
        <p>{w("campaigns.conflict.both", { fields: list(found().both) })}</p>
      </Show>
      <PlainTable
        rows={found().others as (keyof CampaignForm)[]}
        columns={[
          { head: w("campaigns.conflict.field"), cell: (field) => nameField(field, w) },
          {
            head: w("campaigns.conflict.theirs", { name: name() }),
            label: name(),
            cell: (field) => describeField(formOf(props.theirs.campaign), field, w),
          },
          {
            head: w("campaigns.conflict.mine"),
            label: true,
            cell: (field) => describeField(props.mine, field, w),
          },
        ]}
      />
      <div class="actions">
        <Button class="main" label={w("campaigns.conflict.join", { name: name() })} onClick={props.onJoin} />
        <Button label={w("campaigns.conflict.take", { name: name() })} onClick={props.onTake} />
      </div>
    </div>
  );
}
