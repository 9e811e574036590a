import { createSignal, Show } from "solid-js";
import { applicationFields } from "#core/initiatives/application.ts";
import { dossierCounts } from "#core/initiatives/dossier-count.ts";
import { states } from "#core/initiatives/lifecycle.ts";
import { affiliations } from "#core/units/affiliation.ts";
import { systems } from "#core/units/unit.ts";
import type { RegisterLine, RegisterView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today as serverDay } from "../../server-time.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { Choice, readYear, UnitChoice, yearOptions } from "../parts/filters.tsx";
import { readUnits } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readRegister } from "./api.ts";
import { DossierList } from "./dossier-list.tsx";
import { createListing } from "./listing.ts";
import { RegisterSheet } from "./register-sheet.tsx";

type Query = Record<
  "unit" | "year" | "q" | "state" | "field" | "system" | "affiliation" | "count" | "month",
  string
>;

export function Register(props: { id: string | null }) {
  const { w, m } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<Query>();
  const [found, setFound] = createSignal<number | null>(null);
  const [sheet, setSheet] = createSignal<RegisterLine[] | null>(null);
  const [gathered, setGathered] = createSignal<number | null>(null);
  const [failed, setFailed] = createSignal(false);
  const today = serverDay();
  const thisYear = Number(today.slice(0, 4));
  const units = () => readUnits(session());
  const unit = () => units().find(({ id }) => id === search.unit) ?? units()[0] ?? null;
  const year = () => readYear(search.year, thisYear);
  const wanted = () => ({
    q: search.q ?? null,
    state: search.state ?? null,
    field: search.field ?? null,
    system: search.system ?? null,
    affiliation: search.affiliation ?? null,
    count: search.count ?? null,
    month: search.month ?? null,
  });
  /** Filter text from a dashboard link; null for the whole register. */
  const counted = () => {
    const count = dossierCounts.find((each) => each === search.count);
    if (!count) return null;
    const parts = [
      count === "all" ? "" : w(`register.count.${count}`),
      search.state ? m(`state.${search.state}`) : "",
      search.system ? m(`system.${search.system}`) : "",
      search.affiliation ? `${w("register.affiliation")}: ${m(`affiliation.${search.affiliation}`)}` : "",
      search.field ? m(`applicationField.${search.field}`) : "",
      search.month ? w("register.month", { month: writeDay(search.month) }) : "",
    ];
    return parts.filter(Boolean).join(" · ");
  };
  const listing = createListing(
    () => (unit() === null ? null : JSON.stringify([unit()?.id, year(), wanted()])),
    async (key, cursor) => {
      const [of, within, asked] = JSON.parse(key) as [string, number, ReturnType<typeof wanted>];
      const view = await readRegister(of, within, { ...asked, cursor });
      setFound(view.found);
      return view;
    },
  );
  const query = () => ({
    unit: units().length > 1 ? (unit()?.id ?? null) : null,
    year: search.year ?? null,
    ...wanted(),
  });
  const go = (change: Partial<Query>) =>
    navigate(pathTo("register", { ...query(), ...change }), { scroll: false });

  const print = async () => {
    const of = unit()?.id;
    if (of === undefined || gathered() !== null) return;
    setFailed(false);
    setGathered(0);
    try {
      const lines: RegisterLine[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const asked = { cursor };
        const page: RegisterView = await call(() => readRegister(of, year(), asked));
        lines.push(...page.items);
        setGathered(lines.length);
        cursor = page.cursor;
      }
      setSheet(lines);
      window.addEventListener("afterprint", () => setSheet(null), { once: true });
      window.print();
    } catch {
      setFailed(true);
    } finally {
      setGathered(null);
    }
  };

  /** The file has the same filters as the list, except the search text. */
  const exported = () => {
    const { q, ...filters } = wanted();
    return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
  };
  const caption = (count: number, hasMore: boolean) => {
    const all = found();
    if (all !== null) return w(all > count ? "register.foundMore" : "register.found", { count, found: all });
    return w(hasMore ? "list.registerCaptionMore" : "list.registerCaption", { year: year(), count });
  };
  const all = { value: "", name: w("list.all") };
  return (
    <Show when={unit()} fallback={<p class="note">{w("inbox.none")}</p>}>
      <DossierList
        title={w("nav.register")}
        listing={listing}
        caption={caption}
        empty={found() === null ? w("list.emptyRegister", { year: year() }) : w("register.foundNone")}
        id={props.id}
        pathTo={(id) => pathTo("register", query(), id)}
        numbered
        belongs={() => true}
        filters={
          <>
            <UnitChoice units={units()} unit={unit()?.id} onChoose={(unit) => go({ unit })} />
            <Choice
              label={w("list.year")}
              options={yearOptions(thisYear - 7, thisYear, year())}
              value={String(year())}
              onChoose={(chosen) => go({ year: chosen })}
            />
            <form
              class="register-search"
              aria-label={w("register.search")}
              onSubmit={(event) => {
                event.preventDefault();
                const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
                if (q === "" && !search.q) event.currentTarget.querySelector("input")?.focus();
                else go({ q });
              }}
            >
              <label>
                <span>{w("register.search")}</span>
                <input type="search" name="q" maxlength="200" value={search.q ?? ""} autocomplete="off" />
              </label>
              <button type="submit" class="button">
                {w("register.find")}
              </button>
              <Button
                class="print"
                label={w("register.print")}
                disabled={gathered() !== null}
                onClick={() => void print()}
              />
              <p class="soft" role="status">
                <Show when={gathered()}>{(count) => w("register.gathering", { count: count() })}</Show>
                <Show when={failed()}>{w("register.printFailed")}</Show>
              </p>
              <details open={Boolean(search.state || search.field || search.system || search.affiliation)}>
                <summary>{w("register.filters")}</summary>
                <div class="more-filters">
                  <Choice
                    label={w("list.state")}
                    options={[all, ...states.map((state) => ({ value: state, name: m(`state.${state}`) }))]}
                    value={search.state ?? ""}
                    onChoose={(chosen) => go({ state: chosen })}
                  />
                  <Choice
                    label={w("register.field")}
                    options={[
                      all,
                      ...applicationFields.map((field) => ({
                        value: field,
                        name: m(`applicationField.${field}`),
                      })),
                    ]}
                    value={search.field ?? ""}
                    onChoose={(chosen) => go({ field: chosen })}
                  />
                  <Choice
                    label={w("register.system")}
                    options={[
                      all,
                      ...systems.map((system) => ({ value: system, name: m(`system.${system}`) })),
                    ]}
                    value={search.system ?? ""}
                    onChoose={(chosen) => go({ system: chosen })}
                  />
                  <Choice
                    label={w("register.affiliation")}
                    options={[
                      all,
                      ...affiliations.map((each) => ({ value: each, name: m(`affiliation.${each}`) })),
                    ]}
                    value={search.affiliation ?? ""}
                    onChoose={(chosen) => go({ affiliation: chosen })}
                  />
                </div>
              </details>
            </form>
            <Show when={counted()}>
              {(what) => (
                <p class="counted-filter">
                  <b>{what()}</b>{" "}
                  <a href={pathTo("register", { unit: query().unit, year: query().year })}>
                    {w("register.showAll")}
                  </a>
                </p>
              )}
            </Show>
            <ExportMenu small list="register" unit={unit()?.id ?? ""} year={year()} narrowed={exported()} />
          </>
        }
      />
      <Show when={sheet()}>
        {(lines) => <RegisterSheet unit={unit()?.name ?? ""} year={year()} lines={lines()} today={today} />}
      </Show>
    </Show>
  );
}
