import type { CommendationLine } from "#core/commendation/line.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { dropLines } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";

export function DropDialog(props: {
  open: OpenDecision;
  asked: { line: CommendationLine; how: "removal" | "erasure" } | null;
  onClose: () => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const sending = props.open.createSending(() => "/lines");
  const how = () => props.asked?.how ?? "removal";
  const send = async () => {
    const { asked } = props;
    if (!asked) return;
    const lines = [asked.line.n];
    const change = props.open.change([asked.how, lines]);
    const { id } = props.open.view().decision;
    const written = await call(() => dropLines(id, asked.how, change, lines));
    props.onClose();
    props.open.written(written);
  };
  return (
    <FormDialog
      open={props.asked !== null}
      title={w(`commendations.${how()}.title`)}
      lead={
        <p>
          {w(`commendations.${how()}.says`, {
            number: props.asked?.line.n ?? 0,
            name: props.asked?.line.name ?? "",
          })}
        </p>
      }
      sending={sending}
      onSend={send}
      action={w(`commendations.${how()}.confirm`)}
      onClose={props.onClose}
    />
  );
}
