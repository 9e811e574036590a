import { For, Show } from "solid-js";
import { type ActivityForm, activityKinds, outreachForms } from "#core/activities/activity.ts";
import type { ActivityView } from "../../../../functions/api/activities/views.ts";
import { typeAttachments } from "../../attachments/typed-attachment.ts";
import { today } from "../../server-time.ts";
import { Check, RadioGroup } from "../parts/check-fields.tsx";
import { DayField, idOf, TextField, useFault } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { EvidenceField, WhyField } from "./record-fields.tsx";
import { createRecordForm, newRecord, type TypedRecord } from "./record-form.ts";

type TypedActivity = TypedRecord & Omit<ActivityForm, "evidence">;

const counts = ["sessions", "participants", "articles", "broadcasts", "organisations", "hamlets"] as const;
const launchCounts = ["organisations", "hamlets"] as const;
const outreachCounts = ["sessions", "participants", "articles", "broadcasts"] as const;

export function typeActivity(view: ActivityView | null): TypedActivity {
  if (view) {
    const { kind, from, to, title, content, forms, audience, note, evidence } = view.record;
    const { sessions, participants, articles, broadcasts, organisations, hamlets } = view.record;
    return {
      ...{ kind, from, to, title, content, forms, audience, note },
      ...{ sessions, participants, articles, broadcasts, organisations, hamlets },
      id: view.record.id,
      evidence: typeAttachments(evidence),
      why: "",
    };
  }
  return {
    ...newRecord(),
    kind: "outreach",
    from: today(),
    to: today(),
    title: "",
    content: "",
    forms: [],
    audience: "",
    sessions: 1,
    participants: null,
    articles: null,
    broadcasts: null,
    organisations: null,
    hamlets: null,
    note: "",
  };
}

/** Leaves out the numbers of the other kind. */
export function composeActivity(typed: TypedActivity, evidence: ActivityForm["evidence"]): ActivityForm {
  const { id: _, why: __, ...form } = typed;
  const own: readonly string[] = form.kind === "launch" ? [...launchCounts, "participants"] : outreachCounts;
  const kept = Object.fromEntries(counts.map((name) => [name, own.includes(name) ? form[name] : null]));
  return { ...form, ...(kept as Pick<ActivityForm, (typeof counts)[number]>), evidence };
}

export function ActivityDialog(props: {
  open: boolean;
  view: ActivityView | null;
  unit: string;
  unitName: string;
  onClose: () => void;
  onSaved: (view: ActivityView) => void;
  onReload?: () => Promise<void>;
}) {
  const { w } = useWords();
  const form = createRecordForm({
    kind: "activity",
    unit: () => props.unit,
    view: () => props.view,
    initial: () => typeActivity(props.view),
    compose: composeActivity,
    onSaved: props.onSaved,
    onReload: props.onReload,
  });
  const { typed, put, field } = form;
  const shown = () =>
    typed().kind === "launch" ? [...launchCounts, "participants" as const] : outreachCounts;
  return (
    <FormDialog
      open={props.open}
      title={w(props.view ? "activities.edit" : "activities.add")}
      wide
      lead={<p class="soft">{props.unitName}</p>}
      sending={form.sending}
      texts={form.texts}
      onSend={form.send}
      action={w("records.save")}
      onClose={props.onClose}
      onCancel={form.forget}
    >
      <RadioGroup
        class="record-choices"
        legend={w("activities.kind")}
        values={activityKinds}
        value={typed().kind}
        labelOf={(kind) => w(`activities.kind.${kind}`)}
        onChange={(kind) => put({ kind })}
      />
      <div class="entry-grid">
        <TextField class="wide" label={w("activities.title")} rows={2} {...field("title")} />
        <DayField
          label={w("activities.from")}
          {...field("from")}
          onInput={(from) => put(typed().to === typed().from ? { from, to: from } : { from })}
        />
        <DayField label={w("activities.to")} {...field("to")} />
        <Forms value={typed().forms} onChange={(forms) => put({ forms })} />
        <TextField class="wide" label={w("activities.content")} rows={4} optional {...field("content")} />
        <TextField class="wide" label={w("activities.audience")} optional {...field("audience")} />
        <For each={shown()}>
          {(name) => (
            <NumberField
              label={w(`activities.number.${name}`)}
              hint={w("records.emptyUnknown")}
              optional
              {...field(name)}
            />
          )}
        </For>
        <TextField class="wide" label={w("records.note")} rows={2} optional {...field("note")} />
        <Show when={props.view}>
          <WhyField value={typed().why} onInput={(why) => put({ why })} />
        </Show>
      </div>
      <EvidenceField value={typed().evidence} onChange={(evidence) => put({ evidence })} />
    </FormDialog>
  );
}

function Forms(props: { value: ActivityForm["forms"]; onChange: (value: ActivityForm["forms"]) => void }) {
  const { w, m, e } = useWords();
  const fault = useFault(() => "/forms", true);
  return (
    <fieldset class="record-choices entry wide" classList={{ bad: fault() !== undefined }}>
      <legend>{w("activities.forms")}</legend>
      <Show when={fault()}>{(found) => <p class="error">{e(found())}</p>}</Show>
      <ul id={idOf("/forms")} tabindex="-1">
        <For each={outreachForms}>
          {(form) => (
            <li>
              <Check
                label={m(`outreachForm.${form}`)}
                checked={props.value.includes(form)}
                invalid={fault() !== undefined}
                onChange={(checked) => {
                  const others = props.value.filter((each) => each !== form);
                  props.onChange(checked ? [...others, form] : others);
                }}
              />
            </li>
          )}
        </For>
      </ul>
    </fieldset>
  );
}
