import type { SetStoreFunction } from "solid-js/store";
import type { CampaignForm } from "#core/campaigns/form.ts";
import type { TreeUnit } from "../../../../functions/api/campaigns/views.ts";

/** What each section of the form is given: the form to read, how to change it, and whether the campaign has opened. */
export interface SectionProps {
  form: CampaignForm;
  set: SetStoreFunction<CampaignForm>;
  frozen: boolean;
}

/** The same with the units of the tree. */
export interface TreeSectionProps extends SectionProps {
  units: readonly TreeUnit[];
}
