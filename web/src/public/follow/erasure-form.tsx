import { createSignal, For, Show } from "solid-js";
import { erased } from "#core/base/text.ts";
import type { Application } from "#core/initiatives/application.ts";
import type { ErasureRequest } from "#core/initiatives/erasure.ts";
import { openStates } from "#core/initiatives/lifecycle.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { ErasureView, InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { eraseData, type Key } from "./api.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { forgetCorrections } from "./kept-corrections.ts";
import { createRequest } from "./request.ts";

interface Choice {
  who: ErasureRequest["who"];
  label: string;
  hint?: string;
}

export function ErasureForm(props: {
  view: InitiativeView;
  application: Application;
  accessKey: Key;
  onChange: (view: InitiativeView) => void;
}) {
  const { t, find } = useText();
  const { busy, failure, setFailure, run } = createRequest();
  const [who, setWho] = createSignal<ErasureRequest["who"] | null>(null);
  const [sure, setSure] = createSignal(false);
  const [done, setDone] = createSignal<ErasureView | null>(null);
  const isOpen = () => openStates.includes(props.view.state);
  const recognised = () => currentRecognitions(props.view.recognitions).length > 0;
  const choices = (): Choice[] => {
    const contact: Choice = {
      who: "contact",
      label: t("personal.erase.contact"),
      ...(isOpen() && { hint: t("personal.erase.contact.hint") }),
    };
    if (isOpen()) return [contact];
    const authors = props.application.authors.flatMap(({ fullName }, who) =>
      fullName === erased ? [] : [{ who, label: t("personal.erase.author", { name: fullName }) }],
    );
    const all = t(recognised() ? "personal.erase.all.recognised" : "personal.erase.all");
    return [contact, ...(authors.length > 1 ? authors : []), { who: "all", label: all }];
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = who();
    setDone(null);
    setFailure(null);
    if (chosen === null) return setFailure(find("erasure.who.invalid"));
    if (!sure()) return setFailure(find("erasure.confirm.required"));
    await run(async () => {
      const erased = await eraseData(props.view.id, props.accessKey, { who: chosen, confirm: true });
      // Corrections in progress contain the same personal data.
      forgetCorrections(props.view.id);
      setDone(erased);
      setSure(false);
      setWho(null);
      props.onChange(erased.initiative);
    });
  };

  return (
    <form class="erasure" aria-labelledby="erasure-title" novalidate onSubmit={send}>
      <h3 id="erasure-title">{t("personal.erase")}</h3>
      <p>{t("personal.erase.text")}</p>
      <Show when={isOpen()}>
        <p class="soft">{t("personal.erase.inReview")}</p>
      </Show>
      <Show when={recognised()}>
        <p class="soft">{t("personal.erase.recognised")}</p>
      </Show>
      <fieldset>
        <legend>{t("personal.erase.who")}</legend>
        <For each={choices()}>
          {(choice) => (
            <label class="tick">
              <input
                type="radio"
                name="erase-who"
                checked={who() === choice.who}
                onChange={() => setWho(choice.who)}
              />
              <span>
                {choice.label}
                <Show when={choice.hint}>
                  <span class="soft">{choice.hint}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          checked={sure()}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
        <span>{t("personal.erase.confirm")}</span>
      </label>
      <FailureNotice text={failure()} />
      <button type="submit" class="button" aria-disabled={busy()}>
        {t("personal.erase.do")}
      </button>
      <p role="status">
        <Show when={done()}>
          {(erased) => (
            <>
              {t("personal.erase.done", { day: writeDay(erased().backupsUntil) })}{" "}
              {erased().kept === "recognised" ? t("personal.erase.kept") : ""}
            </>
          )}
        </Show>
      </p>
    </form>
  );
}
