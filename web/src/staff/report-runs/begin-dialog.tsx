import { createSignal } from "solid-js";
import type { ReportRunView, RunnableCampaign } from "../../../../functions/api/report-run-views.ts";
import { sayTrouble } from "../campaigns/trouble.ts";
import { Dialog } from "../dialog.tsx";
import { drawJobId } from "../exports/requests.ts";
import { SelectField } from "../parts/fields.tsx";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { beginRun } from "./requests.ts";

/** Says what a run does, and begins it for one campaign. */
export function BeginDialog(props: {
  open: boolean;
  unit: { id: string; name: string };
  campaigns: RunnableCampaign[];
  onClose: () => void;
  onBegun: (run: ReportRunView) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const [campaign, setCampaign] = createSignal<string | null>(null);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const chosen = () => campaign() ?? props.campaigns[0]?.id ?? "";
  // Kept until the answer is there: whoever asks again asks for the same run.
  let id = drawJobId();
  const begin = async () => {
    setBusy(true);
    setTrouble("");
    try {
      const run = await call(() => beginRun(props.unit.id, id, chosen()));
      id = drawJobId();
      props.onBegun(run);
    } catch (error) {
      setTrouble(sayTrouble(error, w, m));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={props.open} title={w("reportRuns.begin")} onClose={props.onClose}>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void begin();
        }}
      >
        <p class="soft">{w("reportRuns.begin.says")}</p>
        <SelectField
          pointer="/campaign"
          label={w("reportRuns.campaign")}
          options={props.campaigns.map(({ id, name }) => ({ value: id, name }))}
          value={chosen()}
          onChoose={setCampaign}
        />
        <p class="trouble" role="alert">
          {trouble()}
        </p>
        <div class="actions">
          <button type="submit" class="button main" aria-disabled={busy()}>
            {w("reportRuns.begin")}
          </button>
          <button type="button" class="button" onClick={() => props.onClose()}>
            {w("declared.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
