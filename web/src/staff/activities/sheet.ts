import { createSignal } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { useWords } from "../words/words.ts";
import type { Views } from "./api.ts";

export interface SheetProps<K extends RecordKind> {
  view: Views[K]["one"];
  onChanged: (view: Views[K]["one"]) => void;
  onReload: () => Promise<void>;
}

type SheetDialog = "edit" | "withdraw" | "check" | "answer";

/** Call during component setup. */
export function createSheet<K extends RecordKind>(props: SheetProps<K>) {
  const { w } = useWords();
  const [open, setOpen] = createSignal<SheetDialog | null>(null);
  const [status, setStatus] = createSignal("");
  const take = (view: Views[K]["one"], said = w("records.saved")) => {
    setOpen(null);
    setStatus(said);
    props.onChanged(view);
  };
  const dialog = (name: SheetDialog) => ({
    open: open() === name,
    onClose: () => setOpen(null),
    onSaved: (view: Views[K]["one"]) => take(view),
    onReload: props.onReload,
  });
  return {
    show: (name: SheetDialog) => setOpen(name),
    status,
    take,
    dialog,
    editing: () => ({ ...dialog("edit"), unit: props.view.record.unit, unitName: props.view.unit.name }),
  };
}

export type Sheet<K extends RecordKind> = ReturnType<typeof createSheet<K>>;
