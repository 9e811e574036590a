import { Match, Switch } from "solid-js";
import { useText } from "../../../language.tsx";
import { isProving } from "../../../proof/proof.ts";
import { retrySeconds } from "./sending.ts";

export function SendingStatus() {
  const { t } = useText();
  return (
    <div class="sending-status no-print">
      <p role="status" class="hint">
        <Switch>
          <Match when={retrySeconds() !== null}>{t("form.retrySeconds")}</Match>
          <Match when={isProving()}>{t("shell.proving")}</Match>
        </Switch>
      </p>
      {/* Outside the live region, so that screen readers do not announce every second. */}
      <Switch>
        <Match when={retrySeconds()}>
          {(seconds) => <p class="hint num">{t("form.retrySeconds.in", { seconds: seconds() })}</p>}
        </Match>
      </Switch>
    </div>
  );
}
