import type { SetStoreFunction } from "solid-js/store";
import type { CampaignForm } from "#core/campaigns/form.ts";
import type { TreeUnit } from "../../../../functions/api/campaigns/views.ts";

export interface SectionProps {
  form: CampaignForm;
  set: SetStoreFunction<CampaignForm>;
  frozen: boolean;
}

export interface TreeSectionProps extends SectionProps {
  units: readonly TreeUnit[];
}
