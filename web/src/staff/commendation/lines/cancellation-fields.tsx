import { type CancellationForm, cancellationGrounds } from "#core/commendation/line.ts";
import { bindFields, DayField, SelectField } from "../../parts/fields.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { useWords } from "../../words/words.ts";

export type TypedCancellation = Pick<CancellationForm, "on" | "moneyToRecover"> & {
  ground: CancellationForm["ground"] | "";
};

/** Ground, day and money to recover of a cancelled decision or line. */
export function CancellationFields(props: {
  typed: TypedCancellation;
  put: (change: Partial<TypedCancellation>) => void;
}) {
  const { w } = useWords();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  return (
    <>
      <SelectField
        pointer="/ground"
        label={w("commendations.ground")}
        options={[
          ...(props.typed.ground === "" ? [{ value: "", name: w("commendations.choose") }] : []),
          ...cancellationGrounds.map((ground) => ({
            value: ground,
            name: w(`commendations.ground.${ground}`),
          })),
        ]}
        value={props.typed.ground}
        onInput={(ground) => props.put({ ground: ground as TypedCancellation["ground"] })}
      />
      <DayField class="short" label={w("commendations.cancelledOn")} {...field("on")} />
      <NumberField
        optional
        label={w("commendations.recover")}
        hint={w("commendations.recover.hint")}
        measure={w("commendations.measure")}
        {...field("moneyToRecover")}
      />
    </>
  );
}
