import { createEffect, createMemo, createSignal, Show, Suspense } from "solid-js";
import type { OpenCampaign } from "../../../../../functions/api/campaigns/views.ts";
import { ProblemError } from "../../../api.ts";
import { useText } from "../../../language.tsx";
import { useNavigate } from "../../../router.ts";
import { ApplicationForm } from "../application-form.tsx";
import { campaignFor, campaignsOf, unitsOf } from "../destination.ts";
import type { FormEntry } from "../form-state.ts";
import { lazyPart } from "../lazy-part.tsx";
import { isCampaignError, type Step, stepPath } from "../steps/steps.ts";
import type { TypedForm } from "../typed-form.ts";
import { createAutosave } from "./autosave.ts";
import { type Draft, drawKey } from "./drafts.ts";
import { countDrafts } from "./flags.ts";
import { SavedNote } from "./saved-note.tsx";

const DraftList = lazyPart(() => import("./draft-list.tsx"), "DraftList");
const DraftLinkPanel = lazyPart(() => import("./link-panel.tsx"), "DraftLinkPanel");
const ConflictNotice = lazyPart(() => import("./conflict-notice.tsx"), "ConflictNotice");
const RefusalNotice = lazyPart(() => import("../sending/refusal-notice.tsx"), "RefusalNotice");
const ClosedActions = lazyPart(() => import("../sending/closed-notice.tsx"), "ClosedActions");
const SendingStatus = lazyPart(() => import("../sending/sending-status.tsx"), "SendingStatus");

export function DraftForm(props: {
  campaigns: readonly [OpenCampaign, ...OpenCampaign[]];
  draft: Draft;
  step: Step;
  /** Null starts a new draft. */
  onOpen: (draft: Draft | null, step: Step) => void;
}) {
  const { t } = useText();
  const navigate = useNavigate();
  const autosave = createAutosave(props.draft);
  const [tool, setTool] = createSignal<"link" | "drafts" | null>(null);
  const { refusal } = props.draft;
  const units = createMemo(() => unitsOf(props.campaigns));
  const nameOf = (unit: string) => units().find(({ id }) => id === unit)?.name ?? "";
  const [typed, setTyped] = createSignal(props.draft.form);
  const campaign = createMemo(() => campaignFor(props.campaigns, typed()) ?? props.campaigns[0]);

  createEffect(() => {
    if (props.step === "review")
      import("../sending/submission.ts").then(
        ({ prepareSubmission }) => prepareSubmission(autosave.draft().key),
        () => {},
      );
  });
  const submit = async ({ unit, ...entry }: FormEntry) => {
    const submission = { campaign: campaign().id, unit, channel: "web" as const, ...entry };
    const { submitDraft } = await import("../sending/submission.ts").catch(() => {
      throw new ProblemError("offline");
    });
    navigate(await submitDraft(autosave, submission, nameOf(unit)), { replace: true });
  };
  const openSent = async () => {
    const [{ deriveSecrets }, { followPath }] = await Promise.all([
      import("#core/base/ids.ts"),
      import("../sending/receipt-sheet.tsx"),
    ]);
    navigate(followPath(deriveSecrets(autosave.draft().key)));
  };
  const startOver = async () => {
    if (!confirm(t("form.startOver.confirm"))) return;
    await autosave.forget();
    props.onOpen(null, "authors");
  };
  const toggle = (wanted: "link" | "drafts") => setTool(tool() === wanted ? null : wanted);
  const list = (always: boolean) => (
    <Suspense>
      <DraftList
        current={() => autosave.draft().id}
        always={always}
        onOpen={(draft) => props.onOpen(draft, draft.step)}
        onForgotten={() => props.onOpen(null, "authors")}
      />
    </Suspense>
  );

  return (
    <>
      <Show when={props.step === "authors" && tool() !== "drafts" && countDrafts() > 1}>{list(false)}</Show>
      <Show when={autosave.conflict()}>
        <Suspense>
          <ConflictNotice autosave={autosave} onOpen={(draft) => props.onOpen(draft, props.step)} />
        </Suspense>
      </Show>
      <Show when={refusal}>
        {(refusal) => (
          <Suspense>
            <RefusalNotice refusal={refusal()} draft={props.draft.id} />
          </Suspense>
        )}
      </Show>
      <ApplicationForm
        initial={props.draft.form}
        units={units()}
        campaignsOf={(unit) => campaignsOf(props.campaigns, unit)}
        consent={campaign().consent}
        asksResult={campaign().merged}
        asksName
        route={{
          get current() {
            return props.step;
          },
          path: stepPath,
          go: (step) => navigate(stepPath(step), { scroll: false }),
        }}
        status={
          <SavedNote
            campaign={campaign()}
            offered={typed().unit === "" ? props.campaigns : [campaign()]}
            saved={autosave.saved()}
            step={props.step}
          />
        }
        serverErrors={refusal?.errors}
        sendingStatus={
          <Suspense>
            <SendingStatus />
          </Suspense>
        }
        onChange={(form: TypedForm) => {
          setTyped(form);
          autosave.keep({ form, unitName: nameOf(form.unit), step: props.step });
        }}
        onSubmit={submit}
        failureActions={(problem, resend) =>
          problem.errors.some(isCampaignError) ? (
            <Suspense>
              <ClosedActions draft={autosave.draft().id} />
            </Suspense>
          ) : problem.code === "idempotencyKey.reused" ? (
            <div class="actions">
              <button type="button" class="button" onClick={openSent}>
                {t("form.reused.open")}
              </button>
              <button
                type="button"
                class="button"
                onClick={() => autosave.keep({ key: drawKey() }, true).then(resend)}
              >
                {t("form.reused.new")}
              </button>
            </div>
          ) : undefined
        }
      />
      <section class="draft-tools no-print" aria-label={t("form.drafts.tools")}>
        <p>
          <Show when={autosave.saved().at}>
            <button
              type="button"
              class="link-button"
              aria-expanded={tool() === "link"}
              onClick={() => toggle("link")}
            >
              {t("form.link")}
            </button>
          </Show>
          <button
            type="button"
            class="link-button"
            aria-expanded={tool() === "drafts"}
            onClick={() => toggle("drafts")}
          >
            {t("form.drafts.others")}
          </button>
          <Show when={autosave.saved().at}>
            <button type="button" class="link-button quiet" onClick={startOver}>
              {t("form.startOver")}
            </button>
          </Show>
        </p>
        <Show when={tool() === "link"}>
          <Suspense fallback={<p class="hint">{t("form.loading")}</p>}>
            <DraftLinkPanel autosave={autosave} />
          </Suspense>
        </Show>
        <Show when={tool() === "drafts"}>{list(true)}</Show>
      </section>
    </>
  );
}
