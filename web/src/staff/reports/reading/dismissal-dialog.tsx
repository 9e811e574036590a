import type { Warning } from "#core/report/model.ts";
import { TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { createSending } from "../../parts/sending.ts";
import { useWords } from "../../words/words.ts";

export function DismissalDialog(props: {
  warning: Warning | null;
  report: string;
  onClose: () => void;
  onDismiss: (warning: string, reason: string) => Promise<string | null>;
}) {
  const { w } = useWords();
  const kept = createSavedInput<string>(() => `report/dismissal/${props.report}/${props.warning?.id}`);
  const sending = createSending();
  const send = async () => {
    const { warning } = props;
    if (!warning) return null;
    const reason = (kept.typed() ?? "").trim();
    if (reason === "")
      return {
        faults: [{ pointer: "/reason", code: "reason.required", detail: w("reports.reason.required") }],
      };
    const trouble = await props.onDismiss(warning.id, reason);
    if (trouble !== null) return { trouble };
    kept.forget();
    props.onClose();
    return null;
  };
  return (
    <FormDialog
      open={props.warning !== null}
      title={w("reports.warnings.dismiss")}
      class="report-form"
      lead={
        <>
          <p lang="vi">{props.warning?.message}</p>
          <p class="soft">{w("reports.warnings.dismissLead")}</p>
        </>
      }
      sending={sending}
      onSend={send}
      action={w("reports.warnings.keep")}
      onClose={props.onClose}
    >
      <TextField
        pointer="/reason"
        label={w("field.reason")}
        rows={4}
        value={kept.typed() ?? ""}
        onInput={(reason) => kept.keep(reason)}
      />
    </FormDialog>
  );
}
