import { createSignal, onMount, Show } from "solid-js";
import type { Application } from "#core/initiatives/application.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { ProblemError } from "../../api.ts";
import { noteVerdict } from "../../attachments/verdicts.ts";
import { openCampaigns } from "../../campaigns.ts";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { ApplicationForm } from "../form/application-form.tsx";
import type { FormEntry } from "../form/form-state.ts";
import { typeForm } from "../form/typed-application.ts";
import { emptyForm, type TypedForm } from "../form/typed-form.ts";
import { makeMove, readDossier } from "./api.ts";
import { forgetCorrections, keepCorrection, readCorrections } from "./kept-corrections.ts";
import "../form/words/vi.ts";
import { Button } from "../../button.tsx";

export function Resubmission(props: {
  view: InitiativeView;
  application: Application;
  accessKey: string;
  move: "resubmit" | "complete";
  onChange: (view: InitiativeView) => void;
  onSent: (view: InitiativeView) => void;
  onLeave: () => void;
}) {
  const { t } = useText();
  const { id } = props.view;
  const kept = readCorrections(id).form;
  const initial: TypedForm = kept
    ? { ...emptyForm(), ...kept }
    : typeForm(props.application, props.view.unit.id, props.view.attachments);
  for (const file of props.view.attachments) noteVerdict(file.id, file);
  const [conflict, setConflict] = createSignal(false);
  const [isKept, setKept] = createSignal(true);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());

  const consent = () =>
    openCampaigns().campaigns?.find((campaign) => campaign.id === props.view.campaign)?.consent ??
    props.application.consent;
  const reason = () => props.view.history.findLast((entry) => entry.reason !== null)?.reason;
  const gone = () => !props.view.moves.includes(props.move);

  const send = async ({ application, attachments }: FormEntry) => {
    const { move, accessKey, view } = props;
    setConflict(false);
    try {
      const body = { move, version: view.version, form: { application, attachments } };
      const sent = await makeMove(id, accessKey, body);
      forgetCorrections(id);
      props.onSent(sent);
    } catch (error) {
      // Keeps the input; a retry applies to the newer version.
      if (
        error instanceof ProblemError &&
        (error.code === "version.conflict" || error.code === "move.notAllowed")
      ) {
        props.onChange(await readDossier(id, accessKey));
        setConflict(true);
      }
      throw error;
    }
  };
  const drop = () => {
    if (!confirm(t("follow.edit.drop.confirm"))) return;
    forgetCorrections(id);
    props.onLeave();
  };

  return (
    <section class="resubmission" aria-labelledby="edit-title">
      <h2 id="edit-title" ref={heading} tabindex="-1">
        {t("follow.edit.title")}
      </h2>
      <Show when={reason()}>
        {(words) => (
          <section class="wanted" aria-labelledby="wanted-title">
            <h3 id="wanted-title">{t("follow.edit.why")}</h3>
            <p class="words">{words()}</p>
            <Show when={props.view.dueOn}>
              {(day) => <p class="soft">{t("follow.edit.due", { day: writeDay(day()) })}</p>}
            </Show>
          </section>
        )}
      </Show>
      <p class="soft">{t(isKept() ? "follow.edit.kept" : "follow.edit.notKept")}</p>
      <ApplicationForm
        initial={initial}
        units={[{ ...props.view.unit, within: null }]}
        consent={consent()}
        asksResult={props.view.asksResult || props.move === "complete"}
        sendLabel={t("follow.edit.send")}
        onChange={(form) => setKept(keepCorrection(id, { form }))}
        onSubmit={send}
        failureActions={(problem) =>
          problem.code === "version.conflict" || problem.code === "move.notAllowed" ? (
            <Show when={conflict()}>
              <p>
                {gone()
                  ? t("follow.edit.gone", { state: t(`state.${props.view.state}`) })
                  : t("follow.edit.conflict")}
              </p>
            </Show>
          ) : undefined
        }
      />
      <div class="actions no-print">
        <Button label={t("follow.edit.leave")} onClick={props.onLeave} />
        <button type="button" class="link-button" onClick={drop}>
          {t("follow.edit.drop")}
        </button>
      </div>
    </section>
  );
}
