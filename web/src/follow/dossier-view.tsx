import { createSignal, For, Show } from "solid-js";
import type { HistoryEntry, InitiativeView } from "../../../functions/api/views.ts";
import type { Decision } from "../../../functions/core/recognition.ts";
import { sendJson } from "../api.ts";
import { writeDay, writeInstant } from "../dates.ts";
import { useText } from "../language.tsx";
import { stateTone } from "./state-tone.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

interface DossierViewProps {
  view: InitiativeView;
  accessKey: string;
  onChange: (view: InitiativeView) => void;
  onLeave: () => void;
}

/** Where a dossier stands, in plain words: what is next and by when, then everything that has happened. */
export function DossierView(props: DossierViewProps) {
  const { t } = useText();
  const [asking, setAsking] = createSignal(false);
  const next = () =>
    t(`follow.next.${props.view.state}`, {
      unit: props.view.unit.name,
      council: props.view.council?.name ?? t("follow.council"),
      day: props.view.dueOn ? writeDay(props.view.dueOn) : "",
    });

  const withdraw = async () => {
    const body = { move: "withdraw", version: props.view.version, form: {} };
    const headers = { authorization: `Bearer ${props.accessKey}` };
    const path = `/api/initiatives/${encodeURIComponent(props.view.id)}/moves`;
    props.onChange(await sendJson<InitiativeView>("POST", path, body, headers));
    setAsking(false);
  };

  return (
    <article class="dossier">
      <p class="soft num">
        {t("follow.code")} {props.view.id}
      </p>
      <h1 tabindex="-1">{props.view.title}</h1>
      <section class="standing" aria-labelledby="now">
        <h2 id="now" class="visually-hidden">
          {t("follow.now")}
        </h2>
        <p>
          <span class={`tag ${stateTone(props.view.state)}`}>{t(`state.${props.view.state}`)}</span>
        </p>
        <p role="status">{next()}</p>
        <For each={props.view.recognitions}>
          {(recognition) => (
            <p>
              {t(`level.${recognition.level}`)}
              <Show when={recognition.decision}>{(decision) => <>: {writeDecision(t, decision())}</>}</Show>
            </p>
          )}
        </For>
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{t("follow.history")}</h2>
        <ol class="timeline">
          <For each={[...props.view.history].reverse()}>{(entry) => <TimelineEntry entry={entry} />}</For>
        </ol>
      </section>
      <div class="actions no-print">
        <Show when={props.view.moves.includes("withdraw")}>
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t("follow.withdraw")}
          </button>
        </Show>
        <button type="button" class="link-button" onClick={() => props.onLeave()}>
          {t("follow.back")}
        </button>
      </div>
      <Show when={asking()}>
        <WithdrawDialog onConfirm={withdraw} onClose={() => setAsking(false)} />
      </Show>
    </article>
  );
}

function TimelineEntry(props: { entry: HistoryEntry }) {
  const { t } = useText();
  const decision = () => (props.entry.facts.decision ?? null) as Decision | null;
  const number = () => props.entry.facts.number;
  return (
    <li>
      <p class="soft num">{writeInstant(props.entry.at)}</p>
      <p>
        <strong>{t(`move.${props.entry.move}`)}</strong>
        <span class="soft"> · {t(`role.${props.entry.role}`)}</span>
      </p>
      <Show when={typeof number() === "number"}>
        <p>{t("follow.registerNumber", { number: String(number()) })}</p>
      </Show>
      <Show when={decision()}>{(found) => <p>{writeDecision(t, found())}</p>}</Show>
      <Show when={props.entry.reason}>
        <p class="said">
          <span class="soft">{t("follow.reason")}: </span>
          {props.entry.reason}
        </p>
      </Show>
    </li>
  );
}

function writeDecision(t: ReturnType<typeof useText>["t"], { number, signedOn }: Decision): string {
  return t("follow.decision", { number, day: writeDay(signedOn) });
}
