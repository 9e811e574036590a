import { For, Show } from "solid-js";
import type { OriginRef } from "#core/activities/origin.ts";
import type { SpreadView } from "../../../../functions/api/activities/views.ts";
import { writeDay } from "../../dates.ts";
import { pathTo } from "../parts/address.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readSpread } from "./api.ts";

type Place = SpreadView["places"][number];
interface Branch {
  place: Place;
  below: Branch[];
}

/** `places` are in depth-first order. */
function growTree(places: readonly Place[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const place of places) {
    const branch = { place, below: [] };
    open.length = place.depth - 1;
    (open.at(-1)?.below ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

export function SpreadSection(props: { origin: OriginRef }) {
  const { w } = useWords();
  const load = createLoad(
    () => `${props.origin.kind} ${props.origin.id}`,
    () => readSpread(props.origin),
  );
  return (
    <section class="entry-section">
      <h2>{w("spread.title")}</h2>
      <Loaded of={load}>
        {(view) => (
          <Show when={view().places.length > 0} fallback={<p class="soft">{w("spread.none")}</p>}>
            <p class="soft">
              {w(view().more ? "spread.countMore" : "spread.count", {
                count: view().places.length,
                units: new Set(view().places.map(({ unit }) => unit)).size,
              })}
            </p>
            <Branches branches={growTree(view().places)} />
          </Show>
        )}
      </Loaded>
    </section>
  );
}

function Branches(props: { branches: readonly Branch[] }) {
  return (
    <ul class="spread">
      <For each={props.branches}>
        {({ place, below }) => (
          <li>
            <PlaceLine place={place} />
            <Show when={below.length > 0}>
              <Branches branches={below} />
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function PlaceLine(props: { place: Place }) {
  const { w } = useWords();
  const { session } = useSession();
  const page = () => (props.place.kind === "model" ? "models" : "replications");
  const name = () =>
    props.place.kind === "model" ? `${props.place.unitName}: ${props.place.title}` : props.place.unitName;
  const mayRead = () => session().units.some(({ id }) => id === props.place.unit);
  return (
    <>
      <Show when={mayRead()} fallback={name()}>
        <a href={pathTo(page(), {}, props.place.id)}>{name()}</a>
      </Show>{" "}
      <span class="soft">
        {props.place.since
          ? w("spread.since", { day: writeDay(props.place.since) })
          : w("spread.sinceUnknown")}
      </span>{" "}
      <span class="tag plain">{w(`records.state.${props.place.state}`)}</span>
      <Show when={props.place.kind === "replication"}>
        <span class={`tag ${props.place.confirmed ? "done" : "wait"}`}>
          {w(props.place.confirmed ? "spread.confirmed" : "spread.unconfirmed")}
        </span>
      </Show>
    </>
  );
}
