import "./commendation.css";
import { createSignal, For, Show } from "solid-js";
import { recipientNames } from "#core/commendation/forms.ts";
import type { AwardsView } from "../../../../functions/api/commendation/views.ts";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { watch } from "../../watch.ts";
import { pathTo } from "../parts/address.ts";
import { UnitChoice } from "../parts/filters.tsx";
import { listedUnit, readUnits } from "../parts/grants.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { useSession } from "../parts/session.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { nameAward } from "./amounts.ts";
import { readAwards } from "./api.ts";
import { CommendationTabs } from "./commendation-tabs.tsx";
import { writeSpan } from "./lines/line-table.tsx";
import { StateTag } from "./state-tag.tsx";

type Group = AwardsView["groups"][number];

export function AwardsPage() {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; name: string; born: string }>();
  const [name, setName] = createSignal("");
  const [born, setBorn] = createSignal("");
  const units = () => readUnits(session());
  const unit = () => listedUnit(session(), units(), search.unit);
  const bornIn = () => (/^\d{4}$/.test(search.born ?? "") ? Number(search.born) : null);
  const load = createLoad(
    () => (unit() === null || !search.name ? null : JSON.stringify([unit(), search.name])),
    (key) => {
      const [of, sought] = JSON.parse(key) as [string, string];
      return readAwards(of, sought);
    },
  );
  const go = (change: Record<string, string | null>) =>
    navigate(
      pathTo("awards", {
        unit: units().length > 1 ? unit() : null,
        name: search.name,
        born: search.born,
        ...change,
      }),
      { scroll: false },
    );
  watch(
    () => [search.name, search.born],
    ([sought = "", year = ""]) => {
      setName(sought);
      setBorn(year);
    },
  );
  // Groups with an unknown year of birth always match.
  const groups = (view: AwardsView) =>
    view.groups.filter(({ birthYear }) => bornIn() === null || birthYear === null || birthYear === bornIn());
  usePageTitle(() => w("awards.title"));
  return (
    <>
      <CommendationTabs current="awards" />
      <h1>{w("awards.title")}</h1>
      <p class="soft lead">{w("awards.lead")}</p>
      <Show when={unit()} fallback={<p class="note">{w("commendations.noUnit")}</p>}>
        <form
          class="head-row filters award-search"
          onSubmit={(event) => {
            event.preventDefault();
            go({ name: name().trim(), born: born().trim() });
          }}
        >
          <UnitChoice units={units()} unit={unit()} onChoose={(chosen) => go({ unit: chosen })} />
          <label class="pick-one">
            <span>{w("awards.name")}</span>
            <input type="search" value={name()} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <label class="pick-one">
            <span>{w("awards.born")}</span>
            <input
              class="year"
              type="text"
              inputmode="numeric"
              maxlength="4"
              value={born()}
              onInput={(event) => setBorn(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button main">
            {w("awards.search")}
          </button>
        </form>
        <Loaded of={load}>
          {(view) => (
            <Show when={groups(view()).length > 0} fallback={<p class="note">{w("awards.none")}</p>}>
              <p role="status">{w("awards.found", { count: groups(view()).length })}</p>
              <Show when={groups(view()).length > 1}>
                <p class="met">{w("awards.apart")}</p>
              </Show>
              <For each={groups(view())}>{(group) => <AwardGroup group={group} />}</For>
            </Show>
          )}
        </Loaded>
      </Show>
    </>
  );
}

function AwardGroup(props: { group: Group }) {
  const words = useWords();
  const { w, m, language } = words;
  const kind = () => props.group.awards[0]?.recipientKind ?? "individual";
  const who = () =>
    [
      recipientNames[kind()][language()],
      props.group.birthYear === null ? w("awards.birthUnknown") : String(props.group.birthYear),
    ].join(" · ");
  return (
    <section class="award-group">
      <h2>
        {props.group.name || m("text.erased")} <span class="soft">{who()}</span>
      </h2>
      <Show when={!props.group.certain}>
        <p class="soft">{w("awards.uncertain")}</p>
      </Show>
      <PlainTable
        caption={w("awards.caption", { count: props.group.awards.length })}
        rows={props.group.awards}
        columns={[
          { head: w("awards.year"), class: "n year", label: true, cell: ({ of }) => of.year },
          {
            head: w("commendations.form"),
            class: "line",
            cell: ({ form, of, decision, n }) => (
              <a href={pathTo("commendations", { line: n }, decision)}>{nameAward(form, of.level, words)}</a>
            ),
          },
          {
            head: w("awards.decision"),
            class: "line",
            cell: ({ of, cancelled }) => (
              <>
                {of.number ?? w("commendations.numberNone")}
                {of.signedOn === null ? "" : ` (${writeDay(of.signedOn)})`}, {of.issuer}{" "}
                <StateTag state={cancelled && of.state === "issued" ? "cancelled" : of.state} />
              </>
            ),
          },
          {
            head: w("commendations.achievement"),
            class: "line",
            cell: ({ achievement, from, to }) => (
              <>
                {achievement} <span class="soft">{writeSpan(from, to)}</span>
              </>
            ),
          },
          {
            head: w("commendations.workplace"),
            class: "line",
            cell: ({ position, workplace }) => [position, workplace].filter(Boolean).join(", ") || "–",
          },
        ]}
      />
    </section>
  );
}
