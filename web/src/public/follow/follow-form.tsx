import { createSignal, For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import { parseId } from "#core/base/initiative-code.ts";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { useNavigate } from "../../router.ts";
import { LostKey } from "../receipt/lost-key.tsx";
import { forgetDossier, listDossiers } from "./kept-dossiers.ts";
import { pageOfLink, readAccessKey, readDossierLink } from "./links.ts";

export function FollowForm(props: {
  given: { id: string; accessKey: string } | null;
  onOpen: (link: { id: string; accessKey: string }) => void;
}) {
  const { t } = useText();
  const navigate = useNavigate();
  const [id, setId] = createSignal(props.given?.id ?? "");
  const [accessKey, setAccessKey] = createSignal(props.given?.accessKey ?? "");
  const [tried, setTried] = createSignal(false);
  const [kept, setKept] = createSignal(listDossiers());
  const codeFault = () => {
    if (!tried() || parseId(id()) !== null) return null;
    return t(id().trim() === "" ? "follow.code.missing" : "follow.code.bad");
  };
  const keyFault = () => {
    if (!tried() || readAccessKey(accessKey()) !== null) return null;
    return accessKey().trim() === "" ? t("follow.key.missing") : t("follow.key.bad");
  };

  // A full link pasted into one field fills both fields.
  const typeInto = (set: (typed: string) => void, typed: string) => {
    const pasted = readDossierLink(typed);
    if (!pasted) {
      const page = pageOfLink(typed);
      return page ? navigate(page) : set(typed);
    }
    setId(pasted.id);
    setAccessKey(pasted.accessKey);
  };

  const open = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const code = parseId(id());
    const key = readAccessKey(accessKey());
    if (code && key) props.onOpen({ id: code, accessKey: key });
    else document.getElementById(code ? "follow-key" : "follow-code")?.focus();
  };

  const forget = (dossier: string) => {
    forgetDossier(dossier);
    setKept(listDossiers());
  };

  return (
    <>
      <Show when={kept().length > 0}>
        <section class="kept" aria-labelledby="kept">
          <h2 id="kept">{t("follow.mine")}</h2>
          <p class="soft">{t("follow.mine.text")}</p>
          <ul>
            <For each={kept()}>
              {(dossier) => (
                <li>
                  <button type="button" class="kept-open" onClick={() => props.onOpen(dossier)}>
                    <strong>{dossier.title || t("text.erased")}</strong>
                    <span class="soft num">
                      {dossier.id}
                      <Show when={dossier.receivedAt}> · {writeDay(dayOf(dossier.receivedAt))}</Show>
                    </span>
                  </button>
                  <button
                    type="button"
                    class="link-button"
                    aria-label={t("follow.forget.of", { title: dossier.title || t("text.erased") })}
                    onClick={() => forget(dossier.id)}
                  >
                    {t("follow.forget")}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <form onSubmit={open} novalidate>
        <div class="field" classList={{ bad: codeFault() !== null }}>
          <label for="follow-code">{t("follow.code")}</label>
          <p class="hint" id="follow-code-hint">
            {t("follow.code.hint")}
          </p>
          <Show when={codeFault()}>
            <p class="error" id="follow-code-error">
              {codeFault()}
            </p>
          </Show>
          <input
            id="follow-code"
            class="num"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={400}
            aria-describedby={codeFault() ? "follow-code-error follow-code-hint" : "follow-code-hint"}
            aria-invalid={codeFault() !== null}
            value={id()}
            onInput={(event) => typeInto(setId, event.currentTarget.value)}
          />
        </div>
        <div class="field" classList={{ bad: keyFault() !== null }}>
          <label for="follow-key">{t("follow.key")}</label>
          <p class="hint" id="follow-key-hint">
            {t("follow.key.hint")}
          </p>
          <Show when={keyFault()}>
            <p class="error" id="follow-key-error">
              {keyFault()}
            </p>
          </Show>
          <input
            id="follow-key"
            autocomplete="off"
            spellcheck={false}
            maxlength={400}
            aria-describedby={keyFault() ? "follow-key-error follow-key-hint" : "follow-key-hint"}
            aria-invalid={keyFault() !== null}
            value={accessKey()}
            onInput={(event) => typeInto(setAccessKey, event.currentTarget.value)}
          />
        </div>
        <div class="actions">
          <button class="button main" type="submit">
            {t("follow.open")}
          </button>
        </div>
      </form>
      <LostKey id={id()} />
    </>
  );
}
