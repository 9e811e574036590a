import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import { unplaced } from "#core/figures/figure.ts";

/** What somebody types for a declared figure: five models in 2019; `changes` replace whole members. */
export function declaredForm(changes: Partial<DeclaredForm> = {}): DeclaredForm {
  return {
    key: null,
    from: "2019",
    to: "2019",
    value: 5,
    qualifier: null,
    measure: "mô hình",
    label: "Mô hình tự quản",
    partOf: [],
    ...unplaced,
    document: null,
    note: "",
    why: "",
    withdrawn: false,
    ...changes,
  };
}
