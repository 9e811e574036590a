import { createEffect, createSignal, on, Show } from "solid-js";
import type { ReportRequestView } from "../../../../functions/api/report-request-views.ts";
import type { RequestChange } from "../../../../functions/core/report-request.ts";
import { ProblemError } from "../../api.ts";
import { sayTrouble } from "../campaigns/trouble.ts";
import { Dialog } from "../dialog.tsx";
import { createKeptTyping } from "../kept-typing.ts";
import { FaultList } from "../parts/fault-list.tsx";
import { type Fault, FaultsProvider } from "../parts/fields.tsx";
import { useSession } from "../session.tsx";
import { useWords } from "../words.ts";
import { changeRequest, closeRequest } from "./requests.ts";
import { WordingFields } from "./wording-fields.tsx";

interface Shown {
  open: boolean;
  view: ReportRequestView;
  onClose: () => void;
  onFresh: (view: ReportRequestView) => void;
}

/** Changes a request's words and its day. */
export function ChangeDialog(props: Shown) {
  const { w, m } = useWords();
  const { call } = useSession();
  const kept = createKeptTyping<RequestChange>(() => `report-request/${props.view.id}`);
  const typed = (): RequestChange => {
    const { title, text, dueOn } = kept.typed() ?? props.view;
    return { title, text, dueOn };
  };
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [trouble, setTrouble] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const send = async () => {
    setBusy(true);
    setTrouble("");
    try {
      props.onFresh(await call(() => changeRequest(props.view.id, props.view.version, typed())));
      kept.forget();
      setFaults([]);
      props.onClose();
    } catch (error) {
      const wrong = error instanceof ProblemError ? error.errors : [];
      setFaults(wrong);
      if (wrong.length === 0) setTrouble(sayTrouble(error, w, m));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={props.open} title={w("requests.change")} onClose={props.onClose}>
      <p class="soft">{w("requests.changeLead")}</p>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void send();
        }}
      >
        <FaultList faults={faults()} title={w("campaigns.errors", { count: faults().length })} />
        <FaultsProvider faults={faults()}>
          <div class="entry-grid">
            <WordingFields
              typed={typed()}
              today={props.view.today}
              onInput={(change) => kept.keep({ ...typed(), ...change })}
            />
          </div>
        </FaultsProvider>
        <p class="trouble" role="alert">
          {trouble()}
        </p>
        <div class="actions">
          <button type="submit" class="button main" disabled={busy()}>
            {w("requests.save")}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              kept.forget();
              props.onClose();
            }}
          >
            {w("declared.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Says what closing does, and closes. */
export function CloseDialog(props: Shown) {
  const { w, m } = useWords();
  const { call } = useSession();
  const [trouble, setTrouble] = createSignal("");
  createEffect(
    on(
      () => props.open,
      () => setTrouble(""),
    ),
  );
  const owing = () =>
    props.view.rows.filter(({ standing }) => standing === "missing" || standing === "returned");
  const close = async () => {
    try {
      props.onFresh(await call(() => closeRequest(props.view.id, props.view.version)));
      props.onClose();
    } catch (error) {
      setTrouble(sayTrouble(error, w, m));
    }
  };
  return (
    <Dialog open={props.open} title={w("requests.close")} onClose={props.onClose}>
      <p>{w("requests.closeWhat")}</p>
      <Show when={owing().length > 0}>
        <p class="met">{w("requests.closeOwing", { count: owing().length })}</p>
      </Show>
      <p class="trouble" role="alert">
        {trouble()}
      </p>
      <div class="actions">
        <button type="button" class="button main" onClick={() => void close()}>
          {w("requests.close")}
        </button>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {w("declared.cancel")}
        </button>
      </div>
    </Dialog>
  );
}
