import type { CommendationLine } from "#core/commendation/line.ts";
import { useSession } from "../../parts/session.tsx";
import { moveLine } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";

export interface LineDialogProps {
  open: OpenDecision;
  /** Null while the dialog is closed. */
  line: CommendationLine | null;
  onClose: () => void;
}

/** Sends a step on one line of an issued decision; a retry of the same form is the same request. */
export function createLineMove(
  props: LineDialogProps,
  move: "cancellation" | "corrections",
  form: () => object,
  forget: () => void,
) {
  const { call } = useSession();
  const send = async () => {
    const { line, open } = props;
    if (!line) return;
    const sent = form();
    const change = open.change([move, line.n, sent]);
    const written = await call(() => moveLine(open.view().decision.id, move, change, line.n, sent));
    forget();
    props.onClose();
    open.written(written);
  };
  return { sending: props.open.createSending(() => "/form"), send };
}
