import { createSignal, Show } from "solid-js";
import { findFaults } from "#core/base/validation.ts";
import { CommendationForm } from "#core/commendation/decision.ts";
import type { CommendationView } from "../../../../functions/api/commendation/views.ts";
import { isProblem, readDocuments } from "../parts/api.ts";
import { DocumentDialog } from "../parts/document-dialog.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { createLoad } from "../parts/loading.tsx";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import {
  changeCommendation,
  createRequests,
  faultsWithout,
  proposeCommendation,
  readCommendation,
  readUnitsNow,
} from "./api.ts";
import { emptyProposal, formOf, type TypedProposal } from "./proposal.ts";
import { ProposalFields } from "./proposal-fields.tsx";

/** Changes the decision of `view`; proposes a new one if null. */
export function ProposalDialog(props: {
  open: boolean;
  unit: string;
  year: number;
  view: CommendationView | null;
  /** False if somebody else issues the new decision. */
  mayIssue?: boolean;
  onClose: () => void;
  /** Receives the current decision after a conflict. */
  onFresh?: (view: CommendationView) => void;
  onDone: (view: CommendationView) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [entering, setEntering] = createSignal(false);
  const requestFor = createRequests();
  const documents = createLoad(() => (props.open ? "documents" : null), readDocuments);
  const units = createLoad(() => (props.open && props.view === null ? "units" : null), readUnitsNow);
  const kept = createSavedInput<TypedProposal>(
    () => `commendation/${props.view?.decision.id ?? `new/${props.unit}/${props.year}`}`,
  );
  const initial = (): TypedProposal =>
    props.view
      ? formOf(props.view.decision)
      : emptyProposal(
          units.data()?.units.find(({ id }) => id === props.unit),
          props.year,
        );
  const typed = () => kept.typed() ?? initial();
  const put = (change: Partial<TypedProposal>) => kept.keep({ ...typed(), ...change });
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict") || !props.view) return faultsWithout("/form", error);
    const fresh = await call(() => readCommendation(props.view?.decision.id ?? ""));
    props.onFresh?.(fresh);
    return { trouble: w("commendations.conflict") };
  });
  const send = async () => {
    // The API refuses missing choices.
    const form = typed() as CommendationForm;
    const decision = props.view?.decision;
    const view = await call(() => {
      if (!decision) return proposeCommendation(requestFor([props.unit, form]), props.unit, form);
      const { id, version } = decision;
      return changeCommendation(id, { version, request: requestFor([version, form]) }, form);
    });
    kept.forget();
    props.onDone(view);
  };
  return (
    <>
      <FormDialog
        open={props.open}
        wide
        title={w(props.view ? "commendations.change.title" : "commendations.propose.title")}
        lead={
          <Show when={!props.view}>
            <p class="soft">
              {w(props.mayIssue ? "commendations.propose.lead" : "commendations.propose.leadOnly")}
            </p>
          </Show>
        }
        sending={sending}
        onSend={send}
        check={() => findFaults(CommendationForm, typed())}
        texts={kept.texts}
        action={w(props.view ? "commendations.change.confirm" : "commendations.propose.confirm")}
        onClose={props.onClose}
        onCancel={() => kept.forget()}
      >
        {/* Waits for the unit, which determines level and line. */}
        <Show
          when={props.view || units.data() || units.failure()}
          fallback={<p class="soft busy">{w("load.busy")}</p>}
        >
          <ProposalFields
            typed={typed()}
            put={put}
            documents={documents.data()?.documents ?? []}
            onNewDocument={() => setEntering(true)}
          />
        </Show>
      </FormDialog>
      <DocumentDialog
        open={entering()}
        unit={props.unit}
        onClose={() => setEntering(false)}
        onAdded={(document) => {
          setEntering(false);
          documents.put({ documents: [document, ...(documents.data()?.documents ?? [])] });
          put({ document: document.id });
        }}
      />
    </>
  );
}
