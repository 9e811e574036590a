import { createMemo, Show } from "solid-js";
import { stripMarks } from "#core/base/search-key.ts";
import { Combobox } from "../../../combobox/combobox.tsx";
import { MarkedText } from "../../../combobox/marked-text.tsx";
import { useText } from "../../../language.tsx";
import { describedBy, Field } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { fieldId } from "./steps.ts";
import { type FoundUnit, findUnits } from "./unit-search.ts";

const pointer = "/unit";

export function UnitPicker() {
  const { form, set, units, errorAt } = useForm();
  const { t } = useText();
  const chosen = () => units().find(({ id }) => id === form.unit);
  const found = createMemo(() => findUnits(units(), form.unitTyped));
  const tellsApart = createMemo(() => new Set(units().map(({ within }) => within)).size > 1);

  const choose = ({ unit }: FoundUnit) => set({ unit: unit.id, unitTyped: "" });
  const type = (text: string) => {
    // Text other than a unit's name clears the choice.
    const exact = units().filter(({ name }) => stripMarks(name) === stripMarks(text));
    set({ unit: exact.length === 1 ? (exact[0]?.id ?? "") : "", unitTyped: text });
  };
  const leave = () => {
    const [only, another] = found();
    if (form.unit !== "") set("unitTyped", "");
    else if (form.unitTyped.trim() !== "" && only && !another) choose(only);
  };
  return (
    <Field pointer={pointer} label={t("form.unit")} hint={t("form.unit.hint")}>
      <Combobox
        id={fieldId(pointer)}
        label={t("form.unit")}
        text={form.unitTyped || (chosen()?.name ?? "")}
        options={found()}
        keyOf={({ unit }) => unit.id}
        chosen={form.unit}
        render={(each) => <UnitOption found={each} within={tellsApart() ? each.unit.within : null} />}
        onType={type}
        onChoose={choose}
        onClear={() => set({ unit: "", unitTyped: "" })}
        onLeave={leave}
        words={{
          found: (count) => t("form.unit.found", { count }),
          none: t("form.unit.none"),
          more: (count) => t("form.unit.more", { count }),
          clear: t("form.unit.clear"),
        }}
        describedBy={describedBy(pointer, true, errorAt(pointer) !== null)}
        invalid={errorAt(pointer) !== null}
        required
      />
    </Field>
  );
}

function UnitOption(props: { found: FoundUnit; within: string | null }) {
  const { t } = useText();
  const unit = () => props.found.unit;
  return (
    <>
      <Show when={props.found.former} fallback={<MarkedText text={unit().name} hits={props.found.hits} />}>
        {(former) => (
          <>
            <MarkedText text={former().name} hits={former().hits} />
            {`, ${t("form.unit.now", { name: unit().name })}`}
          </>
        )}
      </Show>
      <Show when={props.within}>
        <small>{props.within}</small>
      </Show>
    </>
  );
}
