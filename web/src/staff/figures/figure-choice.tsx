import type { CitedDocument } from "#core/campaigns/document.ts";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { bindFields, SelectField, TextField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";

/** `fixed`: key and period cannot be changed. `corrects`: asks for a reason. */
export interface DeclaredProps {
  form: DeclaredForm;
  set: (change: Partial<DeclaredForm>) => void;
  fixed: boolean;
  corrects: boolean;
  unknown: boolean;
  onUnknown: (unknown: boolean) => void;
  declared: readonly DeclaredFigure[];
  documents: readonly CitedDocument[];
  onNewDocument: () => void;
}

export function FigureChoice(props: DeclaredProps) {
  const { w } = useWords();
  const field = bindFields(() => props.form, props.set);
  const known = () => {
    const labels = new Map(
      Object.entries(catalogue)
        .filter(([key]) => key !== "recognitionRate")
        .map(([key, { label }]) => [key, label]),
    );
    for (const { key, label } of props.declared) labels.set(key, labels.get(key) ?? label);
    return [...labels].map(([value, name]) => ({ value, name }));
  };
  const choose = (key: string) => {
    const before = props.declared.find((figure) => figure.key === key);
    const { label = "", measure = "" } = before ?? definitionOf(key) ?? {};
    props.set({ key: key || null, label, measure });
  };
  return (
    <>
      <SelectField
        class="wide"
        pointer="/key"
        label={w("board.figure")}
        options={[...known(), { value: "", name: w("declared.which.own") }]}
        value={props.form.key ?? ""}
        disabled={props.fixed}
        onInput={choose}
      />
      <TextField
        class="wide"
        label={w("declared.ownLabel")}
        hint={w(props.form.key === null ? "declared.ownLabel.hint" : "declared.label.hint")}
        {...field("label")}
      />
    </>
  );
}
