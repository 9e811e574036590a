import {
  type AwardFormKey,
  type AwardLevel,
  awardFormKeys,
  type RecipientKind,
  recipientKinds,
  recipientNames,
} from "#core/commendation/forms.ts";
import { Button } from "../../../button.tsx";
import { createCopying } from "../../../copying.ts";
import { bindFields, Field, SelectField, TextField } from "../../parts/fields.tsx";
import { Status } from "../../parts/messages.tsx";
import { useWords } from "../../words/words.ts";
import { nameAward } from "../amounts.ts";
import { templateHeads } from "./pasted-columns.ts";
import type { CommonValues } from "./pasted-lines.ts";

export function PasteFields(props: {
  text: string;
  common: CommonValues;
  level: AwardLevel;
  disabled: boolean;
  onText: (text: string) => void;
  onCommon: (change: Partial<CommonValues>) => void;
}) {
  const words = useWords();
  const { w, language } = words;
  const copying = createCopying();
  const common = bindFields(
    () => props.common,
    (change) => props.onCommon(change),
    "/common",
  );
  return (
    <>
      <p class="paste-template">
        <Button
          class="small"
          label={w("commendations.paste.template")}
          onClick={() => void copying.copy(`${templateHeads.join("\t")}\n`)}
        />
        <Status
          text={
            copying.outcome() === null
              ? ""
              : w(
                  copying.outcome() === "copied"
                    ? "commendations.paste.copied"
                    : "commendations.paste.notCopied",
                )
          }
        />
      </p>
      <Field pointer="/text" label={w("commendations.paste.text")} hint={w("commendations.paste.text.hint")}>
        {(control) => (
          <textarea
            {...control()}
            rows={5}
            wrap="off"
            spellcheck={false}
            value={props.text}
            disabled={props.disabled}
            onInput={(event) => props.onText(event.currentTarget.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData("text/plain") ?? "";
              if (pasted === "") return;
              // Chromium takes a minute to insert 2,000 lines by itself.
              event.preventDefault();
              const { value, selectionStart, selectionEnd } = event.currentTarget;
              props.onText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
            }}
          />
        )}
      </Field>
      <fieldset class="paste-common" disabled={props.disabled}>
        <legend>{w("commendations.paste.common")}</legend>
        <div class="entry-grid">
          <SelectField
            pointer="/common/recipientKind"
            label={w("commendations.recipient")}
            options={recipientKinds.map((kind) => ({ value: kind, name: recipientNames[kind][language()] }))}
            value={props.common.recipientKind}
            onInput={(kind) => props.onCommon({ recipientKind: kind as RecipientKind })}
          />
          <SelectField
            pointer="/common/form"
            label={w("commendations.form")}
            options={awardFormKeys.map((form) => ({
              value: form,
              name: nameAward(form, props.level, words),
            }))}
            value={props.common.form}
            onInput={(form) => props.onCommon({ form: form as AwardFormKey })}
          />
          <TextField optional label={w("commendations.from")} {...common("from")} />
          <TextField optional label={w("commendations.to")} {...common("to")} />
          <TextField
            class="wide"
            optional
            label={w("commendations.achievement")}
            {...common("achievement")}
          />
        </div>
      </fieldset>
    </>
  );
}
