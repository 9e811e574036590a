import { createUniqueId, onMount } from "solid-js";
import type { Application } from "#core/initiatives/application.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { noteVerdict } from "../../attachments/verdicts.ts";
import { Button } from "../../button.tsx";
import { openCampaigns } from "../../campaigns.ts";
import { ApplicationForm } from "../../public/form/application-form.tsx";
import type { FormEntry } from "../../public/form/form-state.ts";
import { typeForm } from "../../public/form/typed-application.ts";
import { emptyForm, type TypedForm } from "../../public/form/typed-form.ts";
import { isProblem } from "../parts/api.ts";
import { createSavedInput } from "../parts/saved-input.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { makeMove } from "./api.ts";

export function Correction(props: {
  view: InitiativeView;
  application: Application;
  move: "resubmit" | "complete";
  onCancel: () => void;
  onConflict: () => void;
  onDone: (view: InitiativeView, move: "resubmit" | "complete") => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const headingId = createUniqueId();
  let heading: HTMLHeadingElement | undefined;
  const kept = createSavedInput<TypedForm>(() => `correction/${props.view.id}/${props.move}`);
  const begun = kept.typed();
  const initial = begun
    ? { ...emptyForm(), ...begun }
    : typeForm(props.application, props.view.unit.id, props.view.attachments);
  onMount(() => heading?.focus());
  const consent = () =>
    openCampaigns().campaigns?.find(({ id }) => id === props.view.campaign)?.consent ??
    props.application.consent;
  for (const file of props.view.attachments) noteVerdict(file.id, file);
  const send = async ({ application, attachments }: FormEntry) => {
    const { id, version } = props.view;
    const { move } = props;
    try {
      const view = await call(() => makeMove(id, { move, version, form: { application, attachments } }));
      kept.forget();
      props.onDone(view, move);
    } catch (error) {
      if (isProblem(error, "version.conflict", "move.notAllowed")) props.onConflict();
      throw error;
    }
  };
  const cancel = () => {
    kept.forget();
    props.onCancel();
  };
  return (
    <section class="correction" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabindex="-1">
        {m(`move.${props.move}`)}
      </h3>
      <p>{w(`move.what.${props.move}`)}</p>
      <Button label={w("dialog.later")} onClick={cancel} />
      <ApplicationForm
        initial={initial}
        units={[{ ...props.view.unit, within: null }]}
        consent={consent()}
        asksResult={props.view.asksResult || props.move === "complete"}
        channel="paper"
        sendLabel={w(`move.confirm.${props.move}`)}
        onChange={kept.keep}
        onSubmit={send}
      />
    </section>
  );
}
