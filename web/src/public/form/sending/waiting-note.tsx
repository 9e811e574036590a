import { createEffect, createSignal, Match, Switch } from "solid-js";
import { useText } from "../../../language.tsx";
import { hasSent, hasWaiting } from "../drafts/flags.ts";
import { sentPath, waitingPath } from "../form-paths.ts";

export function WaitingNote() {
  const { t } = useText();
  const [waited, setWaited] = createSignal(false);
  createEffect(() => hasWaiting() && setWaited(true));
  return (
    <div role="status" class="waiting-note no-print">
      <Switch>
        <Match when={hasWaiting()}>
          <p class="notice">
            <a href={waitingPath}>{t("waiting.title")}</a>
          </p>
        </Match>
        <Match when={waited() && hasSent()}>
          <p class="notice settled">
            <a href={sentPath}>{t("waiting.sent")}</a>
          </p>
        </Match>
      </Switch>
    </div>
  );
}
