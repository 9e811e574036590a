import type { CitedDocument } from "#core/campaigns/document.ts";
import { type CommendationForm, commendationBases, commendationLines } from "#core/commendation/decision.ts";
import { awardLevels } from "#core/commendation/forms.ts";
import { Button } from "../../button.tsx";
import { nameDocument } from "../parts/document-dialog.tsx";
import { bindFields, SelectField, TextField } from "../parts/fields.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { useWords } from "../words/words.ts";
import type { TypedProposal } from "./proposal.ts";

export function ProposalFields(props: {
  typed: TypedProposal;
  put: (change: Partial<TypedProposal>) => void;
  documents: readonly CitedDocument[];
  onNewDocument: () => void;
}) {
  const { w, m } = useWords();
  const field = bindFields(
    () => props.typed,
    (change) => props.put(change),
  );
  return (
    <div class="entry-grid">
      <TextField class="wide" rows={2} label={w("commendations.subject")} {...field("subject")} />
      <TextField
        class="wide"
        label={w("commendations.issuer")}
        hint={w("commendations.issuer.hint")}
        {...field("issuer")}
      />
      <SelectField
        pointer="/level"
        label={w("commendations.level")}
        options={[
          ...(props.typed.level === "" ? [{ value: "", name: w("commendations.choose") }] : []),
          ...awardLevels.map((level) => ({ value: level, name: m(`level.${level}`) })),
        ]}
        value={props.typed.level}
        onInput={(level) => props.put({ level })}
      />
      <SelectField
        pointer="/line"
        label={w("commendations.line")}
        options={commendationLines.map((line) => ({ value: line, name: w(`commendations.line.${line}`) }))}
        value={props.typed.line}
        onInput={(line) => props.put({ line: line as CommendationForm["line"] })}
      />
      <SelectField
        pointer="/basis"
        label={w("commendations.basis")}
        options={commendationBases.map((basis) => ({
          value: basis,
          name: w(`commendations.basis.${basis}`),
        }))}
        value={props.typed.basis}
        onInput={(basis) => props.put({ basis: basis as CommendationForm["basis"] })}
      />
      <NumberField
        year
        label={w("commendations.yearOfAward")}
        hint={w("commendations.yearOfAward.hint")}
        {...field("year")}
      />
      <TextField class="wide" optional label={w("commendations.occasion")} {...field("occasion")} />
      <TextField
        class="wide"
        optional
        rows={3}
        label={w("commendations.articles")}
        hint={w("commendations.articles.hint")}
        {...field("articles")}
      />
      <NumberField
        optional
        measure={w("commendations.measure")}
        label={w("commendations.budget")}
        hint={w("commendations.budget.hint")}
        {...field("budget")}
      />
      <SelectField
        class="wide"
        pointer="/document"
        label={w("commendations.document")}
        options={[
          { value: "", name: w("commendations.document.none") },
          ...props.documents.map((document) => ({ value: document.id, name: nameDocument(document) })),
        ]}
        value={props.typed.document ?? ""}
        onInput={(id) => props.put({ document: id || null })}
      />
      <div class="entry wide">
        <Button class="small" opensDialog label={w("declared.document.new")} onClick={props.onNewDocument} />
      </div>
    </div>
  );
}
