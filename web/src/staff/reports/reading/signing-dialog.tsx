import { Show } from "solid-js";
import { reportId } from "#core/report/record.ts";
import { defaultSigning, type ReportSigning } from "#core/report/signing.ts";
import type { ReportView } from "../../../../../functions/api/report/views.ts";
import { CheckField } from "../../parts/check-fields.tsx";
import { bindFields, TextField } from "../../parts/fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { putSigning } from "../api.ts";
import type { ReportKey } from "../report-key.ts";

type Joint = NonNullable<ReportSigning["joint"]>;
const noJoint: Joint = { issuer: "", authority: "", position: "", name: "" };

/** Empty fields take the layout's default. */
export function SigningDialog(props: {
  open: boolean;
  report: ReportKey;
  view: ReportView;
  onClose: () => void;
  onSaved: (view: ReportView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const { typed, put, forget } = createSavedForm<ReportSigning>(
    () => `report/signing/${reportId(props.report)}`,
    () => ({ ...defaultSigning, ...props.view.record.signing }),
  );
  const own = bindFields<ReportSigning>(typed, put, "/signing");
  const joint = bindFields<Joint>(
    () => typed().joint ?? noJoint,
    (change) => put({ joint: { ...(typed().joint ?? noJoint), ...change } }),
    "/signing/joint",
  );
  const sending = createSending();
  const save = async () => {
    const view = await call(() => putSigning(props.report, props.view.record.version, typed()));
    forget();
    props.onSaved(view);
    return null;
  };
  return (
    <FormDialog
      open={props.open}
      class="report-form"
      title={w("reports.panel.signing")}
      lead={<p class="soft">{w("reports.signing.lead")}</p>}
      sending={sending}
      onSend={save}
      action={w("reports.texts.save")}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <TextField {...own("authority")} label={w("reports.signing.authority")} optional />
        <TextField {...own("position")} label={w("reports.signing.position")} optional />
        <TextField {...own("name")} label={w("reports.signing.name")} optional />
      </div>
      <CheckField
        pointer="/signing/joint"
        label={w("reports.signing.joint")}
        checked={typed().joint !== null}
        onChange={(checked) => put({ joint: checked ? noJoint : null })}
      />
      <Show when={typed().joint}>
        <div class="entry-grid">
          <TextField {...joint("issuer")} label={w("reports.signing.issuer")} />
          <TextField {...joint("authority")} label={w("reports.signing.jointAuthority")} optional />
          <TextField {...joint("position")} label={w("reports.signing.jointPosition")} optional />
          <TextField {...joint("name")} label={w("reports.signing.jointName")} optional />
        </div>
      </Show>
      <TextField
        {...own("recipients")}
        label={w("reports.signing.recipients")}
        hint={w("reports.signing.recipients.hint")}
        rows={4}
        optional
      />
    </FormDialog>
  );
}
