import { type RecipientKind, recipientKinds } from "#core/commendation/forms.ts";
import { SelectField, TextField } from "../parts/fields.tsx";
import { useWords } from "../words/words.ts";

interface Named {
  recipientKind: RecipientKind;
  name: string;
}

/** Kind and name of a recipient. */
export function RecipientNameFields(props: { typed: Named; put: (change: Partial<Named>) => void }) {
  const { w, m } = useWords();
  return (
    <>
      <SelectField
        pointer="/recipientKind"
        label={w("commendations.recipient")}
        options={recipientKinds.map((kind) => ({ value: kind, name: m(`recipientKind.${kind}`) }))}
        value={props.typed.recipientKind}
        onInput={(kind) => props.put({ recipientKind: kind as RecipientKind })}
      />
      <TextField
        class="two"
        pointer="/name"
        label={w(
          props.typed.recipientKind === "individual" ? "commendations.fullName" : "commendations.name",
        )}
        value={props.typed.name}
        onInput={(name) => props.put({ name })}
      />
    </>
  );
}
