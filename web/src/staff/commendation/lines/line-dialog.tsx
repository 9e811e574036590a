import { findFaults } from "#core/base/validation.ts";
import { usualForm } from "#core/commendation/candidates.ts";
import { type CommendationLine, LineForm } from "#core/commendation/line.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { addLines, changeLine } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";
import { LineFields } from "./line-fields.tsx";
import { emptyLine, readLine, type TypedLine, typeLine } from "./typed-line.ts";

export function LineDialog(props: {
  open: OpenDecision;
  /** Line to correct; `line` is null for a new one. Null while the dialog is closed. */
  asked: { line: CommendationLine | null } | null;
  onClose: () => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const decision = () => props.open.view().decision;
  const line = () => props.asked?.line ?? null;
  const kept = createSavedInput<TypedLine>(() => `commendation/${decision().id}/line/${line()?.n ?? "new"}`);
  const typed = (): TypedLine => {
    const before = line();
    const { level, year } = decision();
    return kept.typed() ?? (before ? typeLine(before) : emptyLine(usualForm(level), year));
  };
  const put = (change: Partial<TypedLine>) => kept.keep({ ...typed(), ...change });
  const sending = props.open.createSending(() => (line() ? "/lines/0/line" : "/lines/0"));
  const send = async () => {
    const form = readLine(typed(), line());
    const { id } = decision();
    const n = line()?.n ?? null;
    const change = props.open.change([n, form]);
    const written = await call(() =>
      n === null ? addLines(id, change, [form]) : changeLine(id, change, n, form),
    );
    kept.forget();
    props.onClose();
    props.open.written(written);
  };
  return (
    <FormDialog
      open={props.asked !== null}
      wide
      title={
        line()
          ? w("commendations.lines.editTitle", { number: line()?.n ?? 0 })
          : w("commendations.lines.addTitle")
      }
      sending={sending}
      onSend={send}
      check={() => findFaults(LineForm, readLine(typed(), line()))}
      texts={kept.texts}
      action={w(line() ? "commendations.lines.save" : "commendations.lines.addOne")}
      onClose={props.onClose}
      onCancel={() => kept.forget()}
    >
      <LineFields view={props.open.view()} typed={typed()} put={put} />
    </FormDialog>
  );
}
