import { createSignal, For, Show } from "solid-js";
import { useText } from "../language.tsx";
import { describedBy, Field } from "./fields.tsx";
import { type FormUnit, useForm } from "./form-context.tsx";
import { fieldId } from "./steps.ts";
import { findUnits, nameUnit } from "./unit-search.ts";

const pointer = "/unit";
const id = fieldId(pointer);

/** Where the application is sent: type a few letters, with or without marks, and choose (ARIA combobox with a list). */
export function UnitPicker() {
  const { form, set, units, errorAt } = useForm();
  const { t } = useText();
  const chosen = () => units().find((unit) => unit.id === form.unit);
  const [open, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(0);

  const shown = () => form.unitTyped || (chosen() ? nameUnit(chosen() as FormUnit) : "");
  const found = () => findUnits(units(), form.unitTyped);

  const choose = (unit: FormUnit | undefined) => {
    if (!unit) return;
    set({ unit: unit.id, unitTyped: "" });
    setOpen(false);
  };
  const type = (text: string) => {
    setActive(0);
    setOpen(true);
    // A name typed in full is a choice; anything else takes back the one before.
    const exact = findUnits(units(), text).filter(
      (unit) => nameUnit(unit).toLowerCase() === text.trim().toLowerCase(),
    );
    set({ unit: exact.length === 1 ? (exact[0]?.id ?? "") : "", unitTyped: text });
  };
  const leave = () => {
    setOpen(false);
    const only = found();
    if (form.unitTyped !== "" && form.unit === "" && only.length === 1) choose(only[0]);
    else if (form.unit !== "") set("unitTyped", "");
  };
  const move = (by: number) => {
    if (!open()) setOpen(true);
    else setActive((active() + by + found().length) % Math.max(1, found().length));
    document.getElementById(`${id}-option-${active()}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && open()) choose(found()[active()]);
    else if (event.key === "Escape" && open()) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <Field pointer={pointer} label={t("form.unit")} hint={t("form.unit.hint")} class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-expanded={open()}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open() && found().length > 0 ? `${id}-option-${active()}` : undefined}
        aria-describedby={describedBy(pointer, true, errorAt(pointer) !== null)}
        aria-invalid={errorAt(pointer) !== null || undefined}
        aria-required="true"
        value={shown()}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={press}
        onClick={() => setOpen(true)}
        onBlur={leave}
      />
      <p class="visually-hidden" role="status">
        <Show when={open()}>
          {t(found().length > 0 ? "form.unit.found" : "form.unit.none", { count: found().length })}
        </Show>
      </p>
      <div
        class="options"
        classList={{ open: open() }}
        role="listbox"
        id={`${id}-list`}
        aria-label={t("form.unit")}
      >
        <Show when={open()}>
          <For each={found()} fallback={<p class="hint">{t("form.unit.none")}</p>}>
            {(unit, i) => (
              <div
                role="option"
                tabIndex={-1}
                id={`${id}-option-${i()}`}
                aria-selected={i() === active()}
                onClick={() => choose(unit)}
                onKeyDown={press}
              >
                {unit.name}
                <Show when={unit.within}>
                  <small>{unit.within}</small>
                </Show>
              </div>
            )}
          </For>
        </Show>
      </div>
    </Field>
  );
}
