import { A, useNavigate, useParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { OpenCampaign } from "../../../functions/api/views.ts";
import type { Application } from "../../../functions/core/application.ts";
import { openCampaigns, reloadCampaigns } from "../campaigns.ts";
import { writeDay } from "../dates.ts";
import { keepDossier } from "../follow/kept-dossiers.ts";
import { useText } from "../language.tsx";
import { usePageTitle } from "../page-title.ts";
import { ApplicationForm } from "./application-form.tsx";
import { type Draft, drawKey, forgetDraft, keepDraft, readDraft } from "./drafts.ts";
import { keepReceipt, readReceipt } from "./kept-receipt.ts";
import { followPath, ReceiptSheet } from "./receipt-sheet.tsx";
import { sendApplication } from "./sending.ts";
import { findStep, type Step, stepPath } from "./steps.ts";
import { emptyForm, type TypedForm } from "./typed-form.ts";

const sentSlug = "da-gui";

/** The public form: `/gui` and a step, or what was sent last. */
export function FormPage() {
  const { t } = useText();
  const params = useParams<{ step?: string }>();
  const slug = () => params.step ?? "";
  const step = createMemo(() => findStep(slug()));
  usePageTitle(() => {
    const shown = step();
    if (slug() === sentSlug) return t("form.sent.title");
    return shown ? `${t(`form.step.${shown}`)} – ${t("form.page")}` : t("form.page");
  });
  return (
    <div class="form-page">
      <Show when={slug() !== sentSlug} fallback={<SentPage />}>
        <Show
          when={openCampaigns().campaigns || !openCampaigns().failed}
          fallback={
            <section class="notice">
              <h1 tabindex="-1">{t("form.page")}</h1>
              <p>{t("form.loadFailed")}</p>
              <button type="button" class="button" onClick={() => reloadCampaigns()}>
                {t("form.again")}
              </button>
            </section>
          }
        >
          <Show when={openCampaigns().campaigns} fallback={<p class="hint">{t("form.loading")}</p>}>
            {(campaigns) => <OpenForm campaigns={campaigns()} step={step()} />}
          </Show>
        </Show>
      </Show>
    </div>
  );
}

function OpenForm(props: { campaigns: OpenCampaign[]; step: Step | undefined }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [draft, setDraft] = createSignal<Draft>();
  const begin = (kept: Draft | null) => {
    setDraft(kept ?? { key: drawKey(), savedAt: "", form: emptyForm() });
    // A step in the address of somebody who has not begun, or has sent it already, leads nowhere.
    if (!props.step || (!kept && props.step !== "authors")) navigate(stepPath("authors"), { replace: true });
  };
  readDraft().then(begin);
  createEffect(
    on(
      () => props.step,
      (step) => !step && navigate(stepPath("authors"), { replace: true }),
      { defer: true },
    ),
  );
  const [chosen, choose] = createSignal(props.campaigns[0]?.id);
  const campaign = () => props.campaigns.find(({ id }) => id === chosen());
  return (
    <Show
      when={campaign()}
      fallback={
        <section class="notice">
          <h1 tabindex="-1">{t("form.none.title")}</h1>
          <p>{t("form.none.text")}</p>
          <Show when={draft()?.savedAt}>
            <p>{t("form.none.kept")}</p>
          </Show>
        </section>
      }
      keyed
    >
      {(campaign) => (
        <>
          <Show when={props.campaigns.length > 1}>
            <div class="field">
              <label for="form-campaign">{t("form.campaign")}</label>
              <select id="form-campaign" onChange={({ currentTarget }) => choose(currentTarget.value)}>
                <For each={props.campaigns}>
                  {({ id, name }) => (
                    <option value={id} selected={id === campaign.id}>
                      {name}
                    </option>
                  )}
                </For>
              </select>
            </div>
          </Show>
          <Show when={draft()} keyed>
            {(draft) => (
              <KeptForm
                campaign={campaign}
                draft={draft}
                step={props.step ?? "authors"}
                onStartOver={() => forgetDraft().then(() => begin(null))}
              />
            )}
          </Show>
        </>
      )}
    </Show>
  );
}

/** The form on a draft, which is kept at every change and given up when it has been sent. */
function KeptForm(props: { campaign: OpenCampaign; draft: Draft; step: Step; onStartOver: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  let draft = props.draft;
  const [saved, setSaved] = createSignal<{ at: string; kept: boolean }>({ at: draft.savedAt, kept: true });
  const keep = async (change: Partial<Draft>) => {
    draft = { ...draft, ...change, savedAt: new Date().toISOString() };
    setSaved({ at: draft.savedAt, kept: await keepDraft(draft) });
  };

  const submit = async ({ unit, application }: { unit: string; application: Application }) => {
    const { campaign } = props;
    const submission = { campaign: campaign.id, unit, channel: "web" as const, application };
    const receipt = await sendApplication(submission, draft.key, (key) => keep({ key }));
    keepReceipt({ ...receipt, unitName: campaign.units.find(({ id }) => id === receipt.unit)?.name ?? "" });
    const { id, accessKey, title, receivedAt } = receipt;
    keepDossier({ id, accessKey, title, receivedAt });
    await forgetDraft();
    navigate(`/gui/${sentSlug}`, { replace: true });
  };
  const openSent = async () => {
    const { deriveSecrets } = await import("../../../functions/core/ids.ts");
    navigate(followPath(deriveSecrets(draft.key)));
  };

  const startOver = () => {
    if (confirm(t("form.startOver.confirm"))) props.onStartOver();
  };

  return (
    <>
      <ApplicationForm
        initial={draft.form}
        units={props.campaign.units}
        consent={props.campaign.consent}
        route={{
          get current() {
            return props.step;
          },
          path: stepPath,
          go: (step) => navigate(stepPath(step), { scroll: false }),
        }}
        status={<SavedNote campaign={props.campaign} saved={saved()} first={props.step === "authors"} />}
        onChange={(form: TypedForm) => keep({ form })}
        onSubmit={submit}
        failureActions={(problem, resend) =>
          problem.code === "idempotencyKey.reused" ? (
            <div class="actions">
              <button type="button" class="button" onClick={openSent}>
                {t("form.reused.open")}
              </button>
              <button type="button" class="button" onClick={() => keep({ key: drawKey() }).then(resend)}>
                {t("form.reused.new")}
              </button>
            </div>
          ) : undefined
        }
      />
      <Show when={saved().at}>
        <p class="start-over no-print">
          <button type="button" class="link-button" onClick={startOver}>
            {t("form.startOver")}
          </button>
        </p>
      </Show>
    </>
  );
}

/** On every step whether what is typed is kept; on the first also what it is for. */
function SavedNote(props: { campaign: OpenCampaign; saved: { at: string; kept: boolean }; first: boolean }) {
  const { t, locale } = useText();
  const time = () =>
    new Date(props.saved.at).toLocaleTimeString(locale(), {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  return (
    <div class="status no-print">
      <Show when={props.first}>
        <p class="hint">
          {t("form.campaign.until", { name: props.campaign.name, day: writeDay(props.campaign.closesOn) })}
        </p>
      </Show>
      <p class="saved" classList={{ lost: !props.saved.kept }}>
        <Show when={props.saved.kept} fallback={t("form.notSaved")}>
          <Show when={props.saved.at} fallback={t("form.notTyped")}>
            <span class="num">{t("form.saved", { time: time() })}</span>
          </Show>
        </Show>
      </p>
    </div>
  );
}

function SentPage() {
  const { t } = useText();
  const receipt = readReceipt();
  return (
    <Show
      when={receipt}
      fallback={
        <section class="sent">
          <h1 tabindex="-1">{t("form.sent.nothing")}</h1>
          <p>{t("form.sent.nothing.text")}</p>
          <A class="button main" href="/gui">
            {t("form.sent.begin")}
          </A>
        </section>
      }
    >
      {(receipt) => (
        <section class="sent">
          <h1 tabindex="-1">{t("form.sent.title")}</h1>
          <ReceiptSheet receipt={receipt()} />
          <p class="no-print">
            <A class="another" href="/gui">
              {t("form.sent.another")}
            </A>
          </p>
        </section>
      )}
    </Show>
  );
}
