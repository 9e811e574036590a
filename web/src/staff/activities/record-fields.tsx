import { Suspense } from "solid-js";
import type { TypedAttachment } from "../../attachments/typed-attachment.ts";
import { lazyComponent } from "../../lazy-component.ts";
import { idOf, SelectField, TextField, useFault } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";
import type { YesNo } from "./record-form.ts";

const AttachmentField = lazyComponent(
  () => import("../../attachments/attachment-field.tsx"),
  "AttachmentField",
);

export function EvidenceField(props: {
  value: readonly TypedAttachment[];
  onChange: (value: TypedAttachment[]) => void;
}) {
  const { w, e } = useWords();
  const fault = useFault(() => "/evidence", true);
  return (
    <Suspense fallback={<p class="hint">{w("load.busy")}</p>}>
      <AttachmentField
        id={idOf("/evidence")}
        value={props.value}
        onChange={(update) => props.onChange(update(props.value))}
        fault={fault() ? e(fault() ?? { pointer: "", code: "" }) : undefined}
      />
    </Suspense>
  );
}

export function YesNoField(props: {
  pointer: string;
  label: string;
  value: YesNo;
  onInput: (value: YesNo) => void;
}) {
  const { w } = useWords();
  return (
    <SelectField
      pointer={props.pointer}
      label={props.label}
      options={[
        { value: "", name: w("records.unknown") },
        { value: "yes", name: w("records.yes") },
        { value: "no", name: w("records.no") },
      ]}
      value={props.value}
      onInput={(value) => props.onInput(value === "yes" || value === "no" ? value : "")}
    />
  );
}

export function WhyField(props: { value: string; onInput: (value: string) => void }) {
  const { w } = useWords();
  return <TextField class="wide" pointer="/why" label={w("records.why")} optional {...props} />;
}
