import type { SetStoreFunction } from "solid-js/store";
import type { CampaignForm } from "#core/campaigns/form.ts";
import type { TreeUnit } from "../../../../functions/api/campaigns/views.ts";
import { useWords } from "../words/words.ts";

export interface SectionProps {
  form: CampaignForm;
  set: SetStoreFunction<CampaignForm>;
  frozen: boolean;
}

export interface TreeSectionProps extends SectionProps {
  units: readonly TreeUnit[];
}

export function RemoveButton(props: { what: string; small?: boolean; onClick: () => void }) {
  const { w } = useWords();
  return (
    <button
      type="button"
      class="button quiet"
      classList={{ small: props.small ?? false }}
      aria-label={w("campaigns.removeWhat", { what: props.what })}
      onClick={() => props.onClick()}
    >
      {w("campaigns.remove")}
    </button>
  );
}
