import { type JSX, Show } from "solid-js";
import type { ProblemError } from "../api.ts";
import { useText } from "../language.tsx";

export const failureId = "form-failure";

/** Why nothing was sent, that all is kept, and what can be done. */
export function Failure(props: {
  problem: ProblemError;
  kept: boolean;
  onResend: () => void;
  /** What to do about a problem that sending again does not help. */
  actions: JSX.Element | undefined;
}) {
  const { t, find } = useText();
  const words = () =>
    props.problem.code === "offline"
      ? t("form.failed.offline")
      : (find(`problem.${props.problem.code}`) ?? t("problem.internal"));
  return (
    <section
      class="faults"
      id={failureId}
      tabindex="-1"
      role="alert"
      aria-labelledby={`${failureId}-heading`}
    >
      <h2 id={`${failureId}-heading`}>{t("form.failed")}</h2>
      <p>
        {words()}{" "}
        <Show when={props.problem.retryAfter}>
          {(seconds) => t("form.failed.wait", { seconds: seconds() })}
        </Show>{" "}
        <Show when={props.kept}>{t("form.failed.kept")}</Show>
      </p>
      <Show
        when={props.actions}
        fallback={
          <button type="button" class="button" onClick={props.onResend}>
            {t("form.failed.again")}
          </button>
        }
      >
        {props.actions}
      </Show>
    </section>
  );
}
