import { For, Show } from "solid-js";
import type { Decision } from "#core/initiatives/decision.ts";
import type { HistoryEntry, InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { type Text, useText } from "../../language.tsx";
import "../name-consent/words/vi.ts";

export function Timeline(props: { view: InitiativeView }) {
  const { t } = useText();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("follow.history")}</h2>
      <ol class="timeline">
        <For each={props.view.history.toReversed()}>{(entry) => <TimelineEntry entry={entry} />}</For>
      </ol>
    </section>
  );
}

function TimelineEntry(props: { entry: HistoryEntry }) {
  const { t } = useText();
  const facts = () => props.entry.facts;
  const decision = () => (facts().decision ?? null) as Decision | null;
  const nth = () => {
    const { author, answer } = facts();
    return typeof author === "number" && typeof answer === "string"
      ? t("follow.nth", { n: author + 1 })
      : null;
  };
  const namePublished = () => {
    const { publishName } = facts();
    if (typeof publishName !== "string") return null;
    return publishName === "" ? ("publishName.notGiven" as const) : ("publishName.given" as const);
  };
  const moved = () => {
    const { fromUnit, toUnit } = facts() as Record<string, { name?: unknown } | undefined>;
    return typeof fromUnit?.name === "string" && typeof toUnit?.name === "string"
      ? { from: fromUnit.name, to: toUnit.name }
      : null;
  };
  return (
    <li>
      <p class="soft num">{writeInstant(props.entry.at)}</p>
      <p>
        <strong>{t(`move.${props.entry.move}`)}</strong>
        <span class="soft"> · {t(`role.${props.entry.role}`)}</span>
      </p>
      <Show when={nth()}>
        {(who) => (
          <p>
            {who()}:{" "}
            {t(facts().answer === "confirmed" ? "follow.coAuthors.confirmed" : "follow.coAuthors.denied")}
          </p>
        )}
      </Show>
      <Show when={namePublished()}>
        {(words) => (
          <p>
            {typeof facts().author === "number"
              ? `${t("follow.nth", { n: Number(facts().author) + 1 })}: ${t(words())}`
              : t(words())}
          </p>
        )}
      </Show>
      <Show when={facts().late === true}>
        <p>{t("follow.late")}</p>
      </Show>
      <Show when={moved()}>
        {(places) => (
          <p>{t(places().from === places().to ? "follow.movedAbove" : "follow.moved", places())}</p>
        )}
      </Show>
      <Show when={typeof facts().number === "number"}>
        <p>{t("follow.registerNumber", { number: String(facts().number) })}</p>
      </Show>
      <Show when={decision()}>{(found) => <p>{writeDecision(t, found())}</p>}</Show>
      <Show when={props.entry.reason}>
        <p class="said">
          <span class="soft">{t("follow.reason")}: </span>
          {props.entry.reason}
        </p>
      </Show>
      <Show when={props.entry.word}>{(word) => <p class="said">{word()}</p>}</Show>
    </li>
  );
}

export function writeDecision(t: Text["t"], { number, signedOn }: Decision): string {
  return t("follow.decision", { number, day: writeDay(signedOn) });
}
