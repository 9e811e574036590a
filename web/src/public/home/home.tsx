import { For, Show } from "solid-js";
import { openCampaigns } from "../../campaigns.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { useText, type Word } from "../../language.tsx";
import { usePageTitle } from "../../page-title.ts";
import { serverNow } from "../../server-time.ts";
import { hasDrafts } from "../form/drafts/flags.ts";
import { resumeHash } from "../form/form-paths.ts";
import { WaitingNote } from "../form/sending/waiting-note.tsx";
import "./home.css";
import "./words/vi.ts";

const steps = ["home.step1", "home.step2", "home.step3", "home.step4"] as const satisfies Word[];
const needs = ["home.need1", "home.need2", "home.need3"] as const satisfies Word[];

export function Home() {
  const { t } = useText();
  usePageTitle(() => "");
  return (
    <div class="home">
      <section class="home-lead">
        <h1 tabindex="-1">{t("home.title")}</h1>
        <p class="home-text">{t("home.lead")}</p>
        <p class="home-actions">
          <a class="button main" href={hasDrafts() ? `/gui${resumeHash}` : "/gui"}>
            {t(hasDrafts() ? "home.resume" : "home.submit")}
          </a>
          <a class="button" href="/tra-cuu">
            {t("home.follow")}
          </a>
        </p>
        <WaitingNote />
        <Show when={openCampaigns().arriving > 0}>
          <p class="home-arriving" role="status">
            {t("home.arriving", { count: openCampaigns().arriving })}
          </p>
        </Show>
        <p class="home-campaign" aria-live="polite">
          <Campaigns />
        </p>
      </section>
      <section class="home-steps" aria-labelledby="steps">
        <h2 id="steps">{t("home.steps")}</h2>
        <ol>
          <For each={steps}>
            {(step) => (
              <li>
                <h3>{t(step)}</h3>
                <p>{t(`${step}.text`)}</p>
              </li>
            )}
          </For>
        </ol>
      </section>
      <section class="home-need" aria-labelledby="need">
        <h2 id="need">{t("home.need")}</h2>
        <ul>
          <For each={needs}>{(need) => <li>{t(need)}</li>}</For>
        </ul>
        <p class="soft">{t("home.paper")}</p>
      </section>
    </div>
  );
}

function Campaigns() {
  const { t } = useText();
  return (
    <Show when={openCampaigns().campaigns} fallback={openCampaigns().failed ? t("home.failed") : "\u00a0"}>
      {(campaigns) => (
        <For
          each={campaigns()}
          fallback={
            <>
              {t("home.closed")}
              <For each={openCampaigns().upcoming}>
                {({ name, opensOn }) => (
                  <span class="home-open">{t("home.next", { name, day: writeDay(opensOn) })}</span>
                )}
              </For>
            </>
          }
        >
          {({ name, closesOn, closesAt, graceEndsAt }) => (
            <span class="home-open">
              {(serverNow() ?? "") >= closesAt
                ? t("home.late", { name, until: writeInstant(graceEndsAt) })
                : t("home.campaign", { name, day: writeDay(closesOn) })}
            </span>
          )}
        </For>
      )}
    </Show>
  );
}
