import { For, Show } from "solid-js";
import { openCampaigns } from "../../../campaigns.ts";
import { writeDay } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { readingPath } from "../form-paths.ts";
import "../drafts/words/vi.ts";

export function ClosedNotice(props: { kept: string | null; refused: boolean }) {
  const { t } = useText();
  const closed = () => openCampaigns().closed;
  return (
    <section class="notice">
      <h1 tabindex="-1">
        <Show when={closed()} fallback={t("form.none.title")}>
          {(campaign) => t("form.closed.title", { name: campaign().name })}
        </Show>
      </h1>
      <Show when={props.refused}>
        <p role="alert">{t("form.closed.refused")}</p>
      </Show>
      <Show when={closed()}>
        {(campaign) => <p>{t("form.closed.text", { day: writeDay(campaign().closesOn) })}</p>}
      </Show>
      <NextCampaigns />
      <Show when={props.kept !== null}>
        <p>{t("form.none.kept")}</p>
        <p>
          <a class="button" href={`${readingPath}#${props.kept}`}>
            {t("form.reading.open")}
          </a>
        </p>
      </Show>
    </section>
  );
}

export function NextCampaigns() {
  const { t } = useText();
  return (
    <For each={openCampaigns().upcoming} fallback={<p>{t("form.next.none")}</p>}>
      {({ name, opensOn }) => <p>{t("form.next", { name, day: writeDay(opensOn) })}</p>}
    </For>
  );
}

export function ClosedActions(props: { draft: string }) {
  const { t } = useText();
  return (
    <>
      <NextCampaigns />
      <div class="actions">
        <a class="button" href={`${readingPath}#${props.draft}`}>
          {t("form.reading.open")}
        </a>
      </div>
    </>
  );
}
