import { today } from "../../server-time.ts";
import { readDocuments } from "../parts/api.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import "./declared.css";
import { createSignal, Show } from "solid-js";
import { yearsOf } from "#core/base/period.ts";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { Button } from "../../button.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { Check } from "../parts/check-fields.tsx";
import { Choice, readYear, UnitChoice } from "../parts/filters.tsx";
import { administeredUnits, reviewedUnits } from "../parts/grants.ts";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readDeclared } from "./api.ts";
import { DeclaredDialog } from "./declared-dialog.tsx";
import { DeclaredTable } from "./declared-table.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import { RolledUp } from "./rolled-up.tsx";
import { filterDeclared, type Group, groups } from "./rows.ts";

export function DeclaredPage() {
  const { w, m } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; year: string; group: string; withdrawn: string }>();
  const [editing, setEditing] = createSignal<{
    figure: DeclaredFigure | null;
    proposal?: DeclaredForm;
  } | null>(null);
  const [tracing, setTracing] = createSignal<DeclaredFigure | null>(null);
  const [status, setStatus] = createSignal("");
  // Includes ended units: their figures can still be corrected.
  const units = () => {
    const answered = [...reviewedUnits(session()), ...administeredUnits(session())];
    const current = answered.filter(({ id }, i) => answered.findIndex((unit) => unit.id === id) === i);
    const ended = session()
      .units.filter(({ validTo }) => validTo !== null)
      .filter(() => session().grants.some(({ role }) => role === "administrator"));
    return [...current, ...ended.filter(({ id }) => !current.some((unit) => unit.id === id))];
  };
  const unit = () => units().find(({ id }) => id === search.unit)?.id ?? units()[0]?.id ?? null;
  const load = createLoad(unit, readDeclared);
  const documents = createLoad(() => "documents", readDocuments);
  const filter = () => ({
    year: search.year === undefined ? null : readYear(search.year, 0) || null,
    group: groups.find((group) => group === search.group) ?? null,
    withdrawn: search.withdrawn === "1",
  });
  const shown = () => filterDeclared(load.data()?.declared ?? [], filter());
  const years = () => [...new Set((load.data()?.declared ?? []).flatMap(yearsOf))].sort((a, b) => b - a);
  const thisYear = () => Number((load.data()?.today ?? today()).slice(0, 4));
  const go = (changes: Record<string, string | null>) =>
    navigate(
      pathTo("declared", {
        unit: units().length > 1 ? unit() : null,
        year: search.year,
        group: search.group,
        withdrawn: search.withdrawn,
        ...changes,
      }),
      { scroll: false },
    );
  const nameGroup = (group: Group) =>
    group === "own" ? w("declared.group.own") : m(`reportSection.${group}`);
  usePageTitle(() => w("nav.declared"));
  return (
    <Show when={unit()} fallback={<p class="note">{w("declared.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("nav.declared")}</h1>
        <Button
          class="main push"
          label={w("declared.add")}
          disabled={!load.data()}
          onClick={() => setEditing({ figure: null })}
        />
      </div>
      <p class="soft lead">{w("declared.lead")}</p>
      <div class="head-row filters">
        <UnitChoice units={units()} unit={unit()} onChoose={(chosen) => go({ unit: chosen, year: null })} />
        <Choice
          label={w("list.year")}
          options={[
            { value: "", name: w("list.all") },
            ...[...new Set([...years(), ...(filter().year ? [filter().year ?? 0] : [])])].map((year) => ({
              value: String(year),
              name: String(year),
            })),
            ...(years().length === 0 ? [{ value: String(thisYear()), name: String(thisYear()) }] : []),
          ]}
          value={search.year ?? ""}
          onChoose={(year) => go({ year })}
        />
        <Choice
          label={w("declared.group")}
          options={[
            { value: "", name: w("list.all") },
            ...groups.map((group) => ({ value: group, name: nameGroup(group) })),
          ]}
          value={search.group ?? ""}
          onChoose={(group) => go({ group })}
        />
        <Check
          label={w("declared.withdrawn")}
          checked={filter().withdrawn}
          onChange={(checked) => go({ withdrawn: checked ? "1" : null })}
        />
      </div>
      <Loaded of={load}>
        {(view) => (
          <Show when={shown().length > 0} fallback={<p class="note">{w("declared.none")}</p>}>
            <DeclaredTable
              figures={shown()}
              all={view().declared}
              counted={view().counted}
              documents={documents.data()?.documents ?? []}
              onChange={(figure) => setEditing({ figure })}
              onTrace={setTracing}
            />
          </Show>
        )}
      </Loaded>
      <RolledUp
        unit={unit() ?? ""}
        year={filter().year ?? thisYear()}
        onTake={(proposal) => setEditing({ figure: null, proposal })}
      />
      <Status class="visually-hidden" text={status()} />
      <DeclaredDialog
        asked={editing()}
        unit={unit() ?? ""}
        year={filter().year ?? thisYear()}
        declared={load.data()?.declared ?? []}
        documents={documents.data()?.documents ?? []}
        onDocument={(document) =>
          documents.put({ documents: [document, ...(documents.data()?.documents ?? [])] })
        }
        onFresh={load.put}
        onClose={() => setEditing(null)}
        onDone={(view) => {
          load.put(view);
          setEditing(null);
          setStatus(w("declared.saved"));
        }}
      />
      <HistoryDialog figure={tracing()} onClose={() => setTracing(null)} />
    </Show>
  );
}
