import { For, Show } from "solid-js";
import { recipientNames } from "#core/commendation/forms.ts";
import type { Nomination } from "#core/commendation/nomination.ts";
import type { NominationsView } from "../../../../../functions/api/commendation/views.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { PlainTable } from "../../parts/table.tsx";
import { useWords } from "../../words/words.ts";
import type { NominationStep } from "./step-dialog.tsx";
import { daysWaiting, isWaiting } from "./typed-nomination.ts";

export type NominationDoing = "result" | "edit" | NominationStep;

const loudness = { result: "main", edit: "", withdraw: "quiet", restore: "quiet", erase: "quiet" } as const;

const tones = { sent: "wait", granted: "done", refused: "" } as const;

export function NominationTable(props: {
  view: NominationsView;
  nominations: readonly Nomination[];
  onDo: (nomination: Nomination, doing: NominationDoing) => void;
}) {
  const { w, m, language } = useWords();
  return (
    <PlainTable
      class="nominations"
      caption={w("nominations.caption", { count: props.nominations.length })}
      rows={props.nominations}
      columns={[
        {
          head: w("nominations.who"),
          class: "line",
          cell: ({ name, recipientKind, achievement, note }) => (
            <>
              <b>{name || m("text.erased")}</b>{" "}
              <span class="soft">{recipientNames[recipientKind][language()]}</span>
              <span class="soft under">{[achievement, note].filter(Boolean).join(" · ")}</span>
            </>
          ),
        },
        {
          head: w("nominations.award"),
          class: "line",
          cell: ({ award, level, year }) => (
            <>
              {award} <span class="soft under">{`${m(`level.${level}`)} · ${year}`}</span>
            </>
          ),
        },
        { head: w("nominations.target"), label: true, cell: ({ target }) => target },
        {
          head: w("nominations.sentOn"),
          label: true,
          class: "nowrap",
          cell: ({ sentOn }) => writeDay(sentOn),
        },
        {
          head: w("nominations.result"),
          class: "line",
          cell: (nomination) => <Result nomination={nomination} today={props.view.today} />,
        },
        {
          head: w("commendations.doings"),
          hideHead: true,
          class: "line doings",
          cell: (nomination) => <Doings {...props} nomination={nomination} />,
        },
      ]}
    />
  );
}

function Result(props: { nomination: Nomination; today: string }) {
  const { w } = useWords();
  const result = () =>
    [props.nomination.resultNumber, props.nomination.resultOn && writeDay(props.nomination.resultOn)]
      .filter(Boolean)
      .join(", ");
  return (
    <Show
      when={!props.nomination.withdrawn}
      fallback={<span class="tag plain">{w("nominations.state.withdrawn")}</span>}
    >
      <span class={`tag ${tones[props.nomination.state]}`}>
        {w(`nominations.state.${props.nomination.state}`)}
      </span>{" "}
      <Show when={isWaiting(props.nomination)} fallback={result()}>
        <span class="soft nowrap">
          {w("nominations.waits", { count: daysWaiting(props.nomination, props.today) })}
        </span>
      </Show>
    </Show>
  );
}

function Doings(props: {
  view: NominationsView;
  nomination: Nomination;
  onDo: (nomination: Nomination, doing: NominationDoing) => void;
}) {
  const { w } = useWords();
  const offered = (): NominationDoing[] => {
    const { nomination, view } = props;
    const { withdrawn, state, recipientKind, name } = nomination;
    const isPersonal = recipientKind === "individual" || recipientKind === "household";
    return [
      ...(view.may.write && isWaiting(nomination) ? (["result"] as const) : []),
      ...(view.may.write && !withdrawn && name !== "" ? (["edit"] as const) : []),
      ...(view.may.write && state === "sent"
        ? [withdrawn ? ("restore" as const) : ("withdraw" as const)]
        : []),
      ...(view.may.erase && isPersonal && name !== "" ? (["erase"] as const) : []),
    ];
  };
  return (
    <div class="commendation-doings">
      <For each={offered()}>
        {(doing) => (
          <Button
            class={`small ${loudness[doing]}`}
            opensDialog
            label={w(`nominations.do.${doing}`)}
            ariaLabel={`${w(`nominations.do.${doing}`)}: ${props.nomination.name || props.nomination.award}`}
            onClick={() => props.onDo(props.nomination, doing)}
          />
        )}
      </For>
    </div>
  );
}
