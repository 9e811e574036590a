import { createSignal, Show } from "solid-js";
import type { State } from "#core/initiatives/lifecycle.ts";
import {
  type ExportForm,
  type ExportFormat,
  type ExportList,
  exportFormats,
} from "#core/jobs/export-request.ts";
import { ProblemError } from "../../../api.ts";
import { RadioGroup } from "../../parts/check-fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import "./export.css";
import { Trouble } from "../../parts/messages.tsx";
import { createExportJobs } from "./export-jobs.ts";
import { RecentExports } from "./recent-exports.tsx";

export function ExportMenu(props: {
  list: ExportList;
  unit: string;
  year: number | null;
  council?: string | null;
  state?: State | null;
  narrowed?: Pick<ExportForm, "count" | "state" | "field" | "system" | "affiliation" | "month">;
  small?: boolean;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const [open, setOpen] = createSignal(false);
  const [format, setFormat] = createSignal<ExportFormat>("xlsx");
  const [lost, setLost] = createSignal("");
  const sending = createSending();
  const runs = createExportJobs({ unit: () => props.unit, open, call, onTrouble: (error) => explain(error) });

  const explain = (error: unknown) => {
    const code = error instanceof ProblemError ? error.code : "internal";
    setLost(code === "offline" ? w("export.offline") : m(`problem.${code}`));
  };
  const begin = async () => {
    setLost("");
    await runs.begin(props.year, {
      list: props.list,
      format: format(),
      ...(props.council ? { council: props.council } : {}),
      ...(props.state ? { state: props.state } : {}),
      ...props.narrowed,
    });
  };

  return (
    <>
      <button
        type="button"
        class="button export-button"
        classList={{ small: props.small ?? false }}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {w("export.button")}
      </button>
      <FormDialog
        open={open()}
        title={w("export.title")}
        class="export-form"
        sending={sending}
        onSend={begin}
        action={w("export.begin")}
        onClose={() => setOpen(false)}
        cancel={w("dialog.close")}
        after={<RecentExports runs={runs} onTrouble={explain} />}
      >
        <p class="export-what">
          {w(`export.list.${props.list}`, { year: props.year ?? "" })}
          <Show when={props.state}>{(state) => `: ${m(`state.${state()}`)}`}</Show>
        </p>
        <p class="soft">{w("export.lead")}</p>
        <RadioGroup
          legend={w("export.format")}
          values={exportFormats}
          value={format()}
          labelOf={(each) => w(`export.format.${each}`)}
          onChange={setFormat}
        />
        <Trouble text={lost()} />
      </FormDialog>
    </>
  );
}
