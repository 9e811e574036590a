import { createSignal, For, Show } from "solid-js";
import { erased } from "#core/base/text.ts";
import type { Application } from "#core/initiatives/application.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { writeInstant } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { changeNameConsent, type Key } from "./api.ts";
import { createRequest } from "./request.ts";
import "../name-consent/words/vi.ts";

export function NameConsents(props: {
  view: InitiativeView;
  application: Application;
  accessKey: Key;
  onChange: (view: InitiativeView) => void;
}) {
  const { t } = useText();
  const { busy, failure, run } = createRequest();
  const [status, setStatus] = createSignal("");
  const consentOf = (author: number) => props.view.nameConsents.find((consent) => consent.author === author);
  const mayChange = (author: number) => props.accessKey === null || author === 0;
  const change = (author: number, publishName: "" | typeof nameConsentVersion) =>
    run(async () => {
      setStatus("");
      props.onChange(await changeNameConsent(props.view.id, props.accessKey, { author, publishName }));
      setStatus(t("publishName.saved"));
    });
  return (
    <section aria-labelledby="name-consents">
      <h3 id="name-consents">{t("publishName.title")}</h3>
      <p class="soft">{t("publishName.hint")}</p>
      <ul class="named">
        <For each={props.application.authors}>
          {({ fullName }, n) => (
            <Show when={fullName !== erased}>
              <li>
                <strong>{fullName}</strong>
                <Show
                  when={consentOf(n())}
                  fallback={
                    <>
                      <span class="soft">{t("publishName.notGiven")}</span>
                      <Show when={mayChange(n())}>
                        <button
                          type="button"
                          class="link-button no-print"
                          aria-label={t("publishName.agree.whom", { name: fullName })}
                          aria-disabled={busy()}
                          onClick={() => change(n(), nameConsentVersion)}
                        >
                          {t("publishName.agree")}
                        </button>
                      </Show>
                    </>
                  }
                >
                  {(consent) => (
                    <>
                      <span class="soft">
                        {t("publishName.since", {
                          at: writeInstant(consent().at),
                          version: consent().version,
                        })}
                      </span>
                      <Show when={mayChange(n())}>
                        <button
                          type="button"
                          class="link-button no-print"
                          aria-label={t("publishName.withdraw.whom", { name: fullName })}
                          aria-disabled={busy()}
                          onClick={() => change(n(), "")}
                        >
                          {t("publishName.withdraw")}
                        </button>
                      </Show>
                    </>
                  )}
                </Show>
              </li>
            </Show>
          )}
        </For>
      </ul>
      <p role="status">{failure() ?? status()}</p>
    </section>
  );
}
