import { createSignal, Show } from "solid-js";
import { parseId } from "#core/base/initiative-code.ts";
import { ProblemError } from "../../api.ts";
import { explainProblem } from "../../failure-words.ts";
import { useText } from "../../language.tsx";
import "./words/vi.ts";
import "./receipt.css";

/** The message is always the same, so that strangers cannot test codes and e-mail addresses. */
export function LostKey(props: { id: string }) {
  const text = useText();
  const { t } = text;
  const [typed, setTyped] = createSignal<string | null>(null);
  const [email, setEmail] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const [state, setState] = createSignal<"open" | "sending" | "sent">("open");
  const [failure, setFailure] = createSignal("");
  const [proving, setProving] = createSignal<() => boolean>(() => false);
  // Uses the code typed above until this field is edited.
  const id = () => typed() ?? props.id;
  const badCode = () => tried() && parseId(id()) === null;
  const badEmail = () => tried() && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email().trim());

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state() === "sending") return;
    setTried(true);
    setFailure("");
    if (badCode() || badEmail()) {
      document.getElementById(badCode() ? "lost-code" : "lost-email")?.focus();
      return;
    }
    setState("sending");
    try {
      const { isProvingLong, sendProven } = await import("../../proof/proven-request.ts").catch(() => {
        throw new ProblemError("offline");
      });
      setProving(() => isProvingLong);
      await sendProven("accessKey", "POST", "/api/access-keys", { id: id(), email: email().trim() });
      setState("sent");
    } catch (error) {
      setState("open");
      setFailure(explainProblem(error, text, "receipt.offline", "lostKey.failed"));
    }
  };

  return (
    <details class="lost-key no-print">
      <summary>{t("lostKey.title")}</summary>
      <p>{t("lostKey.lead")}</p>
      <form onSubmit={send} novalidate>
        <div class="field" classList={{ bad: badCode() }}>
          <label for="lost-code">{t("follow.code")}</label>
          <Show when={badCode()}>
            <p class="error" id="lost-code-error">
              {t(id().trim() === "" ? "follow.code.missing" : "follow.code.bad")}
            </p>
          </Show>
          <input
            id="lost-code"
            class="num"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={200}
            aria-describedby={badCode() ? "lost-code-error" : undefined}
            aria-invalid={badCode()}
            value={id()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="field" classList={{ bad: badEmail() }}>
          <label for="lost-email">{t("lostKey.email")}</label>
          <Show when={badEmail()}>
            <p class="error" id="lost-email-error">
              {t("lostKey.email.bad")}
            </p>
          </Show>
          <input
            id="lost-email"
            type="email"
            autocomplete="email"
            maxlength={200}
            aria-describedby={badEmail() ? "lost-email-error" : undefined}
            aria-invalid={badEmail()}
            value={email()}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </div>
        <div class="actions">
          <button type="submit" class="button" aria-disabled={state() === "sending"}>
            {t("lostKey.send")}
          </button>
        </div>
        <p role="status" class="answer">
          {state() === "sent"
            ? t("lostKey.sent")
            : state() === "sending"
              ? t(proving()() ? "shell.proving" : "lostKey.sending")
              : failure()}
        </p>
      </form>
      <p class="soft">{t("lostKey.noMail")}</p>
    </details>
  );
}
