import { For, Show } from "solid-js";
import { type ActivityForm, activityKinds, outreachForms } from "#core/activities/activity.ts";
import type { ActivityView } from "../../../../functions/api/activities/views.ts";
import { typeAttachments } from "../../attachments/typed-attachment.ts";
import { today } from "../../server-time.ts";
import { Check, RadioGroup } from "../parts/check-fields.tsx";
import { DayField, idOf, TextField, useFault } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { RecordDialog } from "./record-dialog.tsx";
import { createRecordForm, newRecord, type RecordDialogProps, type TypedRecord } from "./record-form.ts";

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

export function composeActivity(typed: TypedActivity, evidence: ActivityForm["evidence"]): ActivityForm {
  const { id: _, why: __, ...form } = typed;
  const own: readonly string[] = form.kind === "launch" ? [...launchCounts, "participants"] : outreachCounts;
  const kept = Object.fromEntries(counts.map((name) => [name, own.includes(name) ? form[name] : null]));
  return { ...form, ...(kept as Pick<ActivityForm, (typeof counts)[number]>), evidence };
}

export function ActivityDialog(props: RecordDialogProps<"activity">) {
  const { w } = useWords();
  const form = createRecordForm("activity", props, { type: typeActivity, compose: composeActivity });
  const { typed, put, field } = form;
  const shown = () =>
    typed().kind === "launch" ? [...launchCounts, "participants" as const] : outreachCounts;
  return (
    <RecordDialog
      open={props.open}
      title={w(props.view ? "activities.edit" : "activities.add")}
      unitName={props.unitName}
      form={form}
      asksWhy={props.view !== null}
      onClose={props.onClose}
      head={
        <RadioGroup
          class="record-choices"
          legend={w("activities.kind")}
          values={activityKinds}
          value={typed().kind}
          labelOf={(kind) => w(`activities.kind.${kind}`)}
          onChange={(kind) => put({ kind })}
        />
      }
    >
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
    </RecordDialog>
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
