import { For, Show } from "solid-js";
import type { OpenCampaign } from "../../../../../functions/api/campaigns/views.ts";
import { writeDay, writeInstant } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { serverNow } from "../../../server-time.ts";
import type { Step } from "../steps/steps.ts";

export function SavedNote(props: {
  campaign: OpenCampaign;
  offered: readonly OpenCampaign[];
  saved: { at: string; kept: boolean };
  step: Step;
}) {
  const { t, locale } = useText();
  // Reads `step`, so that each step checks the closing time again.
  const isLate = () => props.step && (serverNow() ?? "") >= props.campaign.closesAt;
  const time = () =>
    new Date(props.saved.at).toLocaleTimeString(locale(), {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  return (
    <div class="status no-print">
      <Show when={isLate()}>
        <p class="notice">
          {t("form.late", {
            day: writeDay(props.campaign.closesOn),
            until: writeInstant(props.campaign.graceEndsAt),
          })}
        </p>
      </Show>
      <Show when={props.step === "authors"}>
        <For each={props.offered}>
          {({ name, closesOn }) => (
            <p class="hint">{t("form.campaign.until", { name, day: writeDay(closesOn) })}</p>
          )}
        </For>
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
