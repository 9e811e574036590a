import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import { createCopying } from "../../../copying.ts";
import { writeInstant } from "../../../dates.ts";
import { explainProblem } from "../../../failure-words.ts";
import { useText } from "../../../language.tsx";
import { isProvingLong } from "../../../proof/proven-request.ts";
import "../../../words/rules-vi.ts";
import type { DraftAutosave } from "./autosave.ts";
import { continuePath, drawLink, removeLink, saveToLink } from "./link.ts";
import "./drafts.css";
import "./words/vi.ts";

type State =
  | { is: "busy" | "removed" }
  | { is: "ready"; link: string; at: string }
  | { is: "failed"; words: string };

export function DraftLinkPanel(props: { autosave: DraftAutosave }) {
  const text = useText();
  const { t } = text;
  const [state, setState] = createSignal<State>({ is: "busy" });
  const copying = createCopying();

  const attempt = async (work: () => Promise<State>) => {
    setState({ is: "busy" });
    copying.reset();
    try {
      setState(await work());
    } catch (error) {
      setState({ is: "failed", words: explainProblem(error, text, "form.link.offline") });
    }
  };
  const put = () =>
    attempt(async () => {
      const { key, form, link: before } = props.autosave.draft();
      const link = await saveToLink({ key, form }, before ?? drawLink());
      await props.autosave.keep({ link }, true);
      return {
        is: "ready",
        link: new URL(continuePath(link), location.origin).href,
        at: new Date().toISOString(),
      };
    });
  const remove = () =>
    attempt(async () => {
      const { link } = props.autosave.draft();
      if (link) await removeLink(link);
      await props.autosave.keep({ link: null }, true);
      return { is: "removed" };
    });
  onMount(put);

  // Closing the share sheet is not an error.
  const share = (link: string) =>
    navigator.share({ title: t("form.link.subject"), url: link }).catch(() => {});
  const mailto = (link: string) =>
    `mailto:?subject=${encodeURIComponent(t("form.link.subject"))}&body=${encodeURIComponent(t("form.link.body", { link }))}`;
  const ready = () => {
    const now = state();
    return now.is === "ready" ? now : undefined;
  };
  const failed = () => {
    const now = state();
    return now.is === "failed" ? now : undefined;
  };
  return (
    <section class="draft-link" aria-labelledby="form-link">
      <h2 id="form-link">{t("form.link.title")}</h2>
      <div role="status">
        <Switch>
          <Match when={state().is === "busy"}>
            <p class="hint">{t(isProvingLong() ? "shell.proving" : "form.link.busy")}</p>
          </Match>
          <Match when={state().is === "removed"}>
            <p class="hint">{t("form.link.removed")}</p>
          </Match>
          <Match when={failed()}>{(failed) => <p class="error">{failed().words}</p>}</Match>
          <Match when={ready()}>
            {(ready) => <p class="hint">{t("form.link.text", { at: writeInstant(ready().at) })}</p>}
          </Match>
        </Switch>
      </div>
      <Show when={ready()}>
        {(ready) => (
          <>
            <input
              class="the-link"
              readonly
              aria-label={t("form.link.title")}
              value={ready().link}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <div class="actions">
              <button type="button" class="button" onClick={() => copying.copy(ready().link)}>
                {t("form.link.copy")}
              </button>
              <Show when={typeof navigator.share === "function"}>
                <button type="button" class="button" onClick={() => share(ready().link)}>
                  {t("form.link.share")}
                </button>
              </Show>
              <a class="button" href={mailto(ready().link)}>
                {t("form.link.mail")}
              </a>
            </div>
            <p role="status" class="hint">
              <Show when={copying.outcome()}>{(outcome) => t(`form.sent.${outcome()}`)}</Show>
            </p>
            <p class="hint">{t("form.link.warning")}</p>
          </>
        )}
      </Show>
      <p class="again">
        <Show when={state().is !== "busy"}>
          <button type="button" class="link-button" onClick={put}>
            {t(ready() ? "form.link.renew" : "form.link.make")}
          </button>
        </Show>
        <Show when={ready()}>
          <button type="button" class="link-button" onClick={remove}>
            {t("form.link.remove")}
          </button>
        </Show>
      </p>
    </section>
  );
}
