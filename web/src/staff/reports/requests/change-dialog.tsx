import { Show } from "solid-js";
import type { RequestChange } from "#core/report/request.ts";
import type { ReportRequestView } from "../../../../../functions/api/report/request-views.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { createSending } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { changeRequest, closeRequest } from "./api.ts";
import { WordingFields } from "./wording-fields.tsx";

interface Shown {
  open: boolean;
  view: ReportRequestView;
  onClose: () => void;
  onFresh: (view: ReportRequestView) => void;
}

export function ChangeDialog(props: Shown) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createSavedInput<RequestChange>(() => `report-request/${props.view.id}`);
  const typed = (): RequestChange => {
    const { title, text, dueOn } = kept.typed() ?? props.view;
    return { title, text, dueOn };
  };
  const sending = createSending();
  const send = async () => {
    props.onFresh(await call(() => changeRequest(props.view.id, props.view.version, typed())));
    kept.forget();
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={w("requests.change")}
      lead={<p class="soft">{w("requests.changeLead")}</p>}
      sending={sending}
      onSend={send}
      action={w("requests.save")}
      onClose={props.onClose}
      onCancel={() => kept.forget()}
    >
      <div class="entry-grid">
        <WordingFields
          typed={typed()}
          today={props.view.today}
          onInput={(change) => kept.keep({ ...typed(), ...change })}
        />
      </div>
    </FormDialog>
  );
}

export function CloseDialog(props: Shown) {
  const { w } = useWords();
  const { call } = useSession();
  const sending = createSending();
  const owing = () =>
    props.view.rows.filter(({ standing }) => standing === "missing" || standing === "returned");
  const close = async () => {
    props.onFresh(await call(() => closeRequest(props.view.id, props.view.version)));
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={w("requests.close")}
      sending={sending}
      onSend={close}
      action={w("requests.close")}
      onClose={props.onClose}
    >
      <p>{w("requests.closeWhat")}</p>
      <Show when={owing().length > 0}>
        <p class="met">{w("requests.closeOwing", { count: owing().length })}</p>
      </Show>
    </FormDialog>
  );
}
