import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { UnitChangeForm } from "#core/units/change.ts";
import type { UnitNameView, UnitView } from "../../../../functions/api/units/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { pathTo } from "../parts/address.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { WideTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { readUnit } from "./api.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { SeriesSection } from "./series-section.tsx";
import type { TreeUnit } from "./tree.ts";

type Kind = UnitChangeForm["kind"];
const kinds: readonly Kind[] = ["rename", "move", "merge", "split", "end", "found"];

export function UnitPane(props: {
  id: string;
  units: readonly TreeUnit[];
  closeHref: string;
  onChanged: () => void;
}) {
  const { w } = useWords();
  const { session } = useSession();
  const [asked, setAsked] = createSignal<Kind | null>(null);
  const [status, setStatus] = createSignal("");
  const load = createLoad<UnitView>(() => props.id, readUnit);
  const mayRead = () => session().units.some(({ id }) => id === props.id);
  return (
    <article class="unit-pane" aria-busy={load.busy()}>
      <Loaded of={load}>
        {(view) => (
          <>
            <p class="close">
              <a href={props.closeHref}>{w("dialog.close")}</a>
            </p>
            <h2>{view().unit.name}</h2>
            <Facts view={view()} />
            <Status text={status()} />
            <Show when={view().administers && view().unit.validTo === null}>
              <div class="moves">
                <For each={kinds}>
                  {(kind) => <Button label={w(`units.do.${kind}`)} onClick={() => setAsked(kind)} />}
                </For>
              </div>
            </Show>
            <UnitHistory view={view()} />
            <Show when={mayRead()}>
              <SeriesSection unit={props.id} year={Number(view().today.slice(0, 4))} />
            </Show>
            <ChangeDialog
              kind={asked()}
              view={view()}
              units={props.units}
              onClose={() => setAsked(null)}
              onConflict={() => void load.reload()}
              onDone={(moves) => {
                setAsked(null);
                setStatus(w(moves ? "units.done" : "units.doneOnly"));
                void load.reload();
                props.onChanged();
              }}
            />
          </>
        )}
      </Loaded>
    </article>
  );
}

function Facts(props: { view: UnitView }) {
  const { w, m } = useWords();
  const unit = () => props.view.unit;
  return (
    <p class="soft">
      {[
        unit().code === "" ? "" : `${w("units.code")} ${unit().code}`,
        m(`level.${unit().level}`),
        w(`units.tree.${unit().system}`),
        unit().validFrom === null ? "" : w("units.since", { from: writeDay(unit().validFrom ?? "") }),
        unit().validTo === null ? "" : w("units.ended", { to: writeDay(unit().validTo ?? "") }),
        props.view.below > 0 ? `${w("units.below")}: ${props.view.below}` : "",
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}

function UnitHistory(props: { view: UnitView }) {
  const { w } = useWords();
  const heading = createUniqueId();
  const links = (
    title: "units.within" | "units.predecessors" | "units.successors",
    units: UnitNameView[],
  ) => (
    <Show when={units.length > 0}>
      <p>
        {w(title)}{" "}
        <For each={units}>
          {(each, i) => (
            <>
              {i() > 0 ? ", " : ""}
              <a href={pathTo("units", {}, each.id)}>{each.name}</a>
            </>
          )}
        </For>
      </p>
    </Show>
  );
  const day = (on: string | null, otherwise: string) => (on === null ? otherwise : writeDay(on));
  return (
    <div class="unit-part">
      <h3 id={heading}>{w("units.past")}</h3>
      {links("units.within", props.view.path.slice(1))}
      {links("units.predecessors", props.view.predecessors)}
      {links("units.successors", props.view.successors)}
      <WideTable
        class="figures"
        labelledBy={heading}
        rows={props.view.periods.toReversed()}
        columns={[
          {
            head: w("units.period"),
            class: "nowrap",
            cell: ({ from, to }) => `${day(from, w("units.unknownStart"))} – ${day(to, w("units.now"))}`,
          },
          { head: w("units.name"), cell: ({ name }) => name },
          { head: w("units.code"), class: "num", cell: ({ code }) => code },
          { head: w("units.within"), cell: ({ parent }) => parent?.name ?? "–" },
        ]}
      />
      <Show when={props.view.changes.length > 0}>
        <h3>{w("units.changes")}</h3>
        <ul>
          <For each={props.view.changes.toReversed()}>
            {({ kind, on, document, by }) => (
              <li>
                {w("units.change.line", { on: writeDay(on), what: w(`units.kind.${kind}`), document, by })}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
