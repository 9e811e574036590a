import { createMemo, createSignal, Match, onMount, Show, Suspense, Switch } from "solid-js";
import type { OpenCampaign } from "../../../../functions/api/campaigns/views.ts";
import { openCampaigns, reloadCampaigns } from "../../campaigns.ts";
import { useText } from "../../language.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useLocation, useNavigate } from "../../router.ts";
import { watchChanges } from "../../watch.ts";
import { DraftForm } from "./drafts/draft-form.tsx";
import { type Draft, startDraft } from "./drafts/drafts.ts";
import { openLatest } from "./drafts/store.ts";
import { continueSlug, readingSlug, resumeHash, sentSlug, waitingSlug } from "./form-paths.ts";
import { lazyPart } from "./lazy-part.tsx";
import { WaitingNote } from "./sending/waiting-note.tsx";
import { findStep, isCampaignError, type Step, stepPath } from "./steps/steps.ts";
import "./words/vi.ts";

const SentPage = lazyPart(() => import("./sending/sent-page.tsx"), "SentPage");
const WaitingPage = lazyPart(() => import("./sending/waiting-page.tsx"), "WaitingPage");
const ContinuePage = lazyPart(() => import("./drafts/continue-page.tsx"), "ContinuePage");
const ReadingPage = lazyPart(() => import("./drafts/reading-page.tsx"), "ReadingPage");
const ClosedNotice = lazyPart(() => import("./sending/closed-notice.tsx"), "ClosedNotice");

export function FormPage() {
  const { t } = useText();
  const location = useLocation();
  const slug = () => location.pathname.split("/")[2] ?? "";
  const step = createMemo(() => findStep(slug()));
  usePageTitle(() => {
    const shown = step();
    if (slug() === sentSlug) return t("form.sent.title");
    if (slug() === waitingSlug) return t("waiting.title");
    return shown ? `${t(`form.step.${shown}`)} – ${t("form.page")}` : t("form.page");
  });
  return (
    <div class="form-page">
      <Switch fallback={<OpenForm campaigns={openCampaigns().campaigns} step={step()} />}>
        <Match when={slug() === sentSlug}>
          <SentPage />
        </Match>
        <Match when={slug() === waitingSlug}>
          <WaitingPage />
        </Match>
        <Match when={slug() === readingSlug}>
          <ReadingPage />
        </Match>
        <Match when={slug() === continueSlug}>
          <ContinuePage />
        </Match>
        <Match when={!openCampaigns().campaigns && openCampaigns().failed}>
          <section class="notice">
            <h1 tabindex="-1">{t("form.page")}</h1>
            <p>{t("form.loadFailed")}</p>
            <button type="button" class="button" onClick={() => reloadCampaigns()}>
              {t("form.again")}
            </button>
          </section>
        </Match>
        <Match when={!openCampaigns().campaigns}>
          <h1 tabindex="-1">{t("form.page")}</h1>
          <p class="hint opening">{t("form.loading")}</p>
        </Match>
      </Switch>
    </div>
  );
}

function OpenForm(props: { campaigns: OpenCampaign[] | null; step: Step | undefined }) {
  const navigate = useNavigate();
  const location = useLocation();
  const [draft, setDraft] = createSignal<Draft>();
  const openDraft = (kept: Draft | null, step: Step | undefined) => {
    // Without a draft, only the first step can be opened.
    const resumed = location.hash === resumeHash ? kept?.step : step;
    const shown = kept ? (resumed ?? "authors") : "authors";
    if (props.step !== shown || location.hash === resumeHash) navigate(stepPath(shown), { replace: true });
    // Must come last: this shows the form, which may change the step.
    setDraft(kept ?? startDraft());
  };
  onMount(() => openLatest().then((kept) => openDraft(kept, props.step)));
  watchChanges(
    () => props.step,
    (step) => !step && navigate(stepPath("authors"), { replace: true }),
  );
  const open = () => {
    const [first, ...others] = props.campaigns ?? [];
    return first && ([first, ...others] as const);
  };
  return (
    <Show
      when={open()}
      fallback={
        <Suspense>
          <ClosedNotice
            kept={draft()?.savedAt ? (draft()?.id ?? null) : null}
            refused={draft()?.refusal?.errors.some(isCampaignError) ?? false}
          />
        </Suspense>
      }
    >
      {(campaigns) => (
        <>
          <WaitingNote />
          <Show when={draft()} keyed>
            {(draft) => (
              <DraftForm
                campaigns={campaigns()}
                draft={draft}
                step={props.step ?? "authors"}
                onOpen={openDraft}
              />
            )}
          </Show>
        </>
      )}
    </Show>
  );
}
