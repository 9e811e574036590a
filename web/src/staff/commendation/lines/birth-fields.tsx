import { Show } from "solid-js";
import type { LineForm } from "#core/commendation/line.ts";
import { SelectField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";

type Born = Pick<LineForm, "sex">;

/** Year of birth or founding, and the sex of a person. `birthYear`: binding of the number field. */
export function BirthFields(props: {
  isPerson: boolean;
  birthYear: Omit<Parameters<typeof NumberField>[0], "label" | "year" | "optional">;
  typed: Born;
  put: (change: Born) => void;
}) {
  const { w } = useWords();
  return (
    <>
      <NumberField
        year
        optional
        label={w(props.isPerson ? "commendations.birthYear" : "commendations.foundingYear")}
        {...props.birthYear}
      />
      <Show when={props.isPerson}>
        <SelectField
          pointer="/sex"
          optional
          label={w("commendations.sex")}
          options={(["", "female", "male"] as const).map((sex) => ({
            value: sex,
            name: w(`commendations.sex.${sex || "none"}`),
          }))}
          value={props.typed.sex ?? ""}
          onInput={(sex) => props.put({ sex: (sex || null) as LineForm["sex"] })}
        />
      </Show>
    </>
  );
}
