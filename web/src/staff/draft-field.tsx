import { Show } from "solid-js";
import type { FieldError } from "../../../functions/core/problems.ts";
import type { MoveField } from "./moving.ts";
import { useWords } from "./words.ts";

const lines: readonly MoveField[] = ["decisionNumber", "decisionSignedOn", "dueOn"];

/** A field of a move's dialog: label, hint, error, then the field, which is named by all three. */
export function DraftField(props: {
  id: string;
  field: MoveField;
  optional: boolean;
  value: string;
  error: FieldError | undefined;
  onInput: (value: string) => void;
}) {
  const { w, e } = useWords();
  const described = () => `${props.id}-hint${props.error ? ` ${props.id}-error` : ""}`;
  return (
    <div class="field" classList={{ bad: props.error !== undefined }}>
      <label for={props.id}>
        {w(`field.${props.field}`)}
        <Show when={props.optional}>
          <span class="soft"> ({w("field.optional")})</span>
        </Show>
      </label>
      <p class="hint" id={`${props.id}-hint`}>
        {w(`field.${props.field}.hint`)}
      </p>
      <Show when={props.error}>
        {(error) => (
          <p class="error" id={`${props.id}-error`}>
            {e(error())}
          </p>
        )}
      </Show>
      <Show
        when={lines.includes(props.field)}
        fallback={
          <textarea
            id={props.id}
            rows="5"
            value={props.value}
            aria-describedby={described()}
            aria-invalid={props.error !== undefined}
            aria-required={!props.optional}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        }
      >
        <input
          id={props.id}
          type="text"
          class="short"
          autocomplete="off"
          value={props.value}
          aria-describedby={described()}
          aria-invalid={props.error !== undefined}
          aria-required={!props.optional}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </Show>
    </div>
  );
}
