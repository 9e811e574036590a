import { createSignal } from "solid-js";
import type { ReportRunView, RunnableCampaign } from "../../../../../functions/api/report/run-views.ts";
import { drawJobId } from "../../jobs/api.ts";
import { SelectField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { beginRun } from "./api.ts";

export function BeginDialog(props: {
  open: boolean;
  unit: { id: string; name: string };
  campaigns: RunnableCampaign[];
  onClose: () => void;
  onBegun: (run: ReportRunView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [campaign, setCampaign] = createSignal<string | null>(null);
  const sending = createSending();
  const chosen = () => campaign() ?? props.campaigns[0]?.id ?? "";
  // Kept for retries, so that only one run begins.
  let id = drawJobId();
  const begin = async () => {
    const run = await call(() => beginRun(props.unit.id, id, chosen()));
    id = drawJobId();
    props.onBegun(run);
  };
  return (
    <FormDialog
      open={props.open}
      title={w("reportRuns.begin")}
      lead={<p class="soft">{w("reportRuns.begin.says")}</p>}
      sending={sending}
      onSend={begin}
      action={w("reportRuns.begin")}
      onClose={props.onClose}
    >
      <SelectField
        pointer="/campaign"
        label={w("reportRuns.campaign")}
        options={props.campaigns.map(({ id, name }) => ({ value: id, name }))}
        value={chosen()}
        onInput={setCampaign}
      />
    </FormDialog>
  );
}
