import { createSignal, For, Show } from "solid-js";
import { isDay } from "#core/base/text.ts";
import { deadlinesFrom } from "#core/campaigns/campaign.ts";
import { reportDayOf } from "#core/report/run.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { CheckField } from "../parts/check-fields.tsx";
import { bindFields, DayField, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import { RemoveButton, type SectionProps } from "./section.tsx";
import { noteOnDay } from "./typed-campaign.ts";

export function MainSection(props: SectionProps & { unitOptions: { value: string; name: string }[] }) {
  const { w } = useWords();
  const field = bindFields(() => props.form, props.set);
  const months = ["acceptance", "repair", "decision"] as const;
  const example = () => {
    const { opensOn, closesOn, months, daysOff } = props.form;
    return isDay(opensOn) && isDay(closesOn) && Object.values(months).every(Number.isInteger)
      ? deadlinesFrom({ months, closesOn, daysOff }, opensOn).acceptance
      : null;
  };
  return (
    <>
      <div class="entry-grid">
        <TextField class="wide" label={w("campaigns.field.name")} {...field("name")} />
        <SelectField
          label={w("list.unit")}
          options={props.unitOptions}
          disabled={props.frozen}
          {...field("unit")}
        />
        <NumberField
          pointer="/year"
          label={w("list.year")}
          year
          value={props.form.year}
          disabled={props.frozen}
          onInput={(year) => props.set("year", year ?? 0)}
        />
        <DayField label={w("campaigns.opensOn")} disabled={props.frozen} {...field("opensOn")} />
        <DayField label={w("campaigns.closesOn")} {...field("closesOn")} />
        <NumberField
          pointer="/graceHours"
          label={w("campaigns.graceHours")}
          hint={w("campaigns.graceHours.hint")}
          value={props.form.graceHours}
          onInput={(hours) => props.set("graceHours", hours ?? Number.NaN)}
        />
      </div>
      <DayNotes form={props.form} />
      <div class="entry-grid">
        <DayField
          pointer="/reportOn"
          label={w("campaigns.reportOn")}
          hint={w("campaigns.reportOn.hint", {
            day: writeDay(reportDayOf({ year: props.form.year, reportOn: null })),
          })}
          value={props.form.reportOn ?? ""}
          onInput={(day) => props.set("reportOn", day === "" ? null : day)}
        />
      </div>
      <CheckField
        pointer="/merged"
        label={w("campaigns.merged")}
        checked={props.form.merged}
        disabled={props.frozen}
        onChange={(merged) => props.set("merged", merged)}
      />
      <h3>{w("campaigns.months")}</h3>
      <p class="soft">{w("campaigns.months.hint")}</p>
      <div class="entry-grid">
        <For each={months}>
          {(name) => (
            <NumberField
              pointer={`/months/${name}`}
              label={w(`campaigns.months.${name}`)}
              value={props.form.months[name]}
              onInput={(value) => props.set("months", name, value ?? Number.NaN)}
            />
          )}
        </For>
      </div>
      <Show when={example()}>
        {(day) => (
          <p class="soft">
            {w("campaigns.day.example", { from: writeDay(props.form.opensOn), day: writeDay(day()) })}
          </p>
        )}
      </Show>
      <OwnDaysOff {...props} />
    </>
  );
}

function DayNotes(props: Pick<SectionProps, "form">) {
  const { w } = useWords();
  const notes = () =>
    [props.form.opensOn, props.form.closesOn].filter(isDay).flatMap((day) => {
      const note = noteOnDay(day, props.form.daysOff);
      const written = writeDay(day);
      if (!note) return [];
      const rest = note.rest;
      return [
        ...(rest === "weekend" ? [w("campaigns.day.weekend", { day: written })] : []),
        ...(rest !== null && rest !== "weekend"
          ? [w("campaigns.day.holiday", { day: written, holiday: w(`campaigns.rest.${rest}`) })]
          : []),
        ...(note.unsure ? [w("campaigns.day.unsure", { day: written })] : []),
      ];
    });
  return (
    <div role="status">
      <Show when={notes().length > 0}>
        <ul class="day-notes">
          <For each={notes()}>{(note) => <li>{note}</li>}</For>
        </ul>
      </Show>
    </div>
  );
}

function OwnDaysOff(props: SectionProps) {
  const { w } = useWords();
  const typed = (days: string[]) => days.map(writeDay).join(", ");
  const [worked, setWorked] = createSignal(typed(props.form.daysOff.worked));
  const readWorked = (text: string) => {
    setWorked(text);
    const days = text.split(/[,;\s]+/).filter(Boolean);
    props.set(
      "daysOff",
      "worked",
      days.map((day) => day.split("/").toReversed().join("-")),
    );
  };
  return (
    <details class="more" open={props.form.daysOff.off.length + props.form.daysOff.worked.length > 0}>
      <summary>{w("campaigns.daysOff")}</summary>
      <p class="soft">{w("campaigns.daysOff.hint")}</p>
      <ul class="entry-rows four">
        <For each={props.form.daysOff.off}>
          {(off, i) => (
            <li>
              <For each={["from", "to"] as const}>
                {(end) => (
                  <DayField
                    pointer={`/daysOff/off/${i()}/${end}`}
                    label={w(`campaigns.daysOff.${end}`)}
                    value={off[end]}
                    onInput={(day) => props.set("daysOff", "off", i(), end, day)}
                  />
                )}
              </For>
              <TextField
                pointer={`/daysOff/off/${i()}/note`}
                label={w("campaigns.daysOff.note")}
                value={off.note ?? ""}
                onInput={(note) => props.set("daysOff", "off", i(), "note", note)}
              />
              <RemoveButton
                what={`${writeDay(off.from)}–${writeDay(off.to)}`}
                onClick={() => props.set("daysOff", "off", (list) => list.filter((_, at) => at !== i()))}
              />
            </li>
          )}
        </For>
      </ul>
      <p>
        <Button
          class="small"
          label={w("campaigns.daysOff.add")}
          onClick={() => {
            const day = props.form.opensOn;
            props.set("daysOff", "off", (list) => [...list, { from: day, to: day, note: "" }]);
          }}
        />
      </p>
      <TextField
        pointer="/daysOff/worked/0"
        label={w("campaigns.daysOff.worked")}
        value={worked()}
        onInput={readWorked}
      />
    </details>
  );
}
