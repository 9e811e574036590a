import { createSignal, For, Show } from "solid-js";
import type { Application } from "#core/initiatives/application.ts";
import { openStates } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { sayAffiliation } from "../../author-words.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { useText } from "../../language.tsx";
import { exportPath, type Key } from "./api.ts";
import { ContactForm } from "./contact-form.tsx";
import { ErasureForm } from "./erasure-form.tsx";
import { NameConsents } from "./name-consents.tsx";
import "../../styles/sheet.css";
import "./personal.css";
import "./words/vi.ts";
import { Button } from "../../button.tsx";

export function PersonalDataSection(props: {
  view: InitiativeView;
  application: Application;
  accessKey: Key;
  onChange: (view: InitiativeView) => void;
}) {
  const { t, find, locale } = useText();
  const [correcting, setCorrecting] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const isStaff = () => props.accessKey === null;
  const isOpen = () => openStates.includes(props.view.state);
  const contact = () => props.application.contact;
  const reachable = () => [contact().phone, contact().email].filter(Boolean).join(" · ");
  const consentedAt = () =>
    props.view.history.findLast(({ move }) => ["submit", "resubmit", "complete"].includes(move))?.at;

  return (
    <details class="personal">
      <summary>
        <h2>{t(isStaff() ? "personal.staff" : "personal")}</h2>
      </summary>
      <p>{t(isStaff() ? "personal.staff.lead" : "personal.lead")}</p>
      <dl>
        <For each={props.application.authors}>
          {(author, n) => (
            <Fact name={t("personal.author", { n: n() + 1 })}>
              {[
                author.fullName || t("text.erased"),
                author.kind && author.kind !== "individual" && t(`authorKind.${author.kind}`),
                author.representative && t("author.representedBy", { name: author.representative }),
                author.birthDate && t("personal.born", { day: writeDay(author.birthDate) }),
                author.workplace,
                author.position,
                author.qualification,
                sayAffiliation(author, find),
                t("personal.share", { share: author.share.toLocaleString(locale()) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Fact>
          )}
        </For>
        <Show when={props.application.participants.length > 0}>
          <Fact name={t("personal.participants")}>
            {props.application.participants
              .map(({ fullName, workplace }) => [fullName, workplace].filter(Boolean).join(", "))
              .join("; ")}
          </Fact>
        </Show>
        <Fact name={t("personal.contact")}>{reachable() || t("text.erased")}</Fact>
        <Show when={consentedAt()}>
          {(at) => (
            <Fact name={t("personal.consent")}>
              {t("personal.consent.text", { version: props.application.consent, at: writeInstant(at()) })}
            </Fact>
          )}
        </Show>
        <Fact name={t("personal.readers")}>{t("personal.readers.text")}</Fact>
      </dl>
      <div class="no-print">
        <p role="status">{status()}</p>
        <Show when={isOpen()}>
          <Show
            when={correcting()}
            fallback={
              <Button
                label={t("personal.contact.edit")}
                onClick={() => {
                  setStatus("");
                  setCorrecting(true);
                }}
              />
            }
          >
            <ContactForm
              id={props.view.id}
              accessKey={props.accessKey}
              contact={contact()}
              onCancel={() => setCorrecting(false)}
              onDone={(view) => {
                setCorrecting(false);
                setStatus(t("personal.contact.saved"));
                props.onChange(view);
              }}
            />
          </Show>
          <p class="soft">{t("personal.correct.text")}</p>
        </Show>
        {/* Zalo blocks files created by scripts. A form also keeps the key out of URLs. */}
        <Show
          when={props.accessKey}
          fallback={
            <p>
              <a href={exportPath(props.view.id)} download="">
                {t("personal.export")}
              </a>
            </p>
          }
        >
          {(key) => (
            <form method="post" action={exportPath(props.view.id)}>
              <input type="hidden" name="key" value={key()} />
              <button type="submit" class="button">
                {t("personal.export")}
              </button>
            </form>
          )}
        </Show>
        <NameConsents {...props} />
        <ErasureForm {...props} />
      </div>
    </details>
  );
}
