import { type Component, Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useWords } from "../words/words.ts";
import { readRecord } from "./api.ts";
import type { SheetProps } from "./sheet.ts";

interface RecordPageProps<K extends RecordKind> {
  kind: K;
  sheet: Component<SheetProps<K>>;
}

export function RecordPage<K extends RecordKind>(
  props: RecordPageProps<K> & { id: string | null; list: Component },
) {
  return (
    <Show when={props.id} keyed fallback={<props.list />}>
      {(id) => <OneRecord kind={props.kind} sheet={props.sheet} id={id} />}
    </Show>
  );
}

function OneRecord<K extends RecordKind>(props: RecordPageProps<K> & { id: string }) {
  const { w } = useWords();
  const load = createLoad(
    () => props.id,
    (id) => readRecord(props.kind, id),
  );
  return (
    <Loaded of={load} title={w("records.title")}>
      {(view) => <props.sheet view={view()} onChanged={load.put} onReload={load.reload} />}
    </Loaded>
  );
}
