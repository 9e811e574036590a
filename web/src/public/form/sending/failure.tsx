import { type JSX, Show } from "solid-js";
import type { ProblemError } from "../../../api.ts";
import { useText } from "../../../language.tsx";

export const failureId = "form-failure";

export function Failure(props: {
  problem: ProblemError;
  kept: boolean;
  onResend: () => void;
  actions: JSX.Element | undefined;
}) {
  const { t, find } = useText();
  const words = () => {
    const { code, retryAfter, errors } = props.problem;
    const kept = props.kept ? ` ${t("form.failed.kept")}` : "";
    if (code === "offline") return t("form.failed.offline") + kept;
    const [first] = errors;
    if (first) return (find(first.code, first.params) ?? t("problem.internal")) + kept;
    if (retryAfter) return t("form.failed.wait", { seconds: retryAfter }) + kept;
    return find(`problem.${code}`) ?? t("problem.internal");
  };
  return (
    <section
      class="faults"
      id={failureId}
      tabindex="-1"
      role="alert"
      aria-labelledby={`${failureId}-heading`}
    >
      <h2 id={`${failureId}-heading`}>{t("form.failed")}</h2>
      <p>{words()}</p>
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
