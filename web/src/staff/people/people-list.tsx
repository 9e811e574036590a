import { createMemo, createSignal, Show } from "solid-js";
import { findWords } from "#core/base/search-key.ts";
import type { StaffRow, StaffView } from "../../../../functions/api/staff/views.ts";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { ExportMenu } from "../jobs/exports/export-menu.tsx";
import { pathTo } from "../parts/address.ts";
import { Choice, UnitChoice } from "../parts/filters.tsx";
import { administeredUnits } from "../parts/grants.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { readPeople } from "./api.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { AccountTag, GrantList } from "./person-parts.tsx";
import { staffRoles } from "./typed-grants.ts";

type Query = Record<"unit" | "q" | "role" | "state", string>;
const states = ["active", "invited", "unused", "deactivated"] as const;

export function PeopleList() {
  const { w, m } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<Query>();
  const [inviting, setInviting] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const units = () => administeredUnits(session());
  const unit = () => units().find(({ id }) => id === search.unit) ?? units()[0] ?? null;
  const list = createLoad(() => unit()?.id ?? null, readPeople);
  const matches = (person: StaffRow) =>
    (!search.q || findWords(`${person.name} ${person.email}`, search.q) !== null) &&
    (!search.role || person.grants.some(({ role }) => role === search.role)) &&
    (!search.state || person.state === search.state);
  const shown = createMemo(() => (list.data()?.staff ?? []).filter(matches));
  const query = () => ({ unit: search.unit, q: search.q, role: search.role, state: search.state });
  const go = (change: Partial<Query>) =>
    navigate(pathTo("people", { ...query(), ...change }), { scroll: false });
  usePageTitle(() => w("nav.people"));

  const take = (person: StaffView) => {
    setInviting(false);
    setStatus(w("people.invited", { name: person.name, email: person.email }));
    const view = list.data();
    if (view) list.put({ ...view, staff: [person, ...view.staff.filter(({ id }) => id !== person.id)] });
  };
  const any = (name: string) => ({ value: "", name });
  return (
    <>
      <div class="head-row">
        <h1>{w("nav.people")}</h1>
        <Button class="main push" label={w("people.invite")} onClick={() => setInviting(true)} />
        <Show when={unit()}>{(of) => <ExportMenu list="staff" unit={of().id} year={null} />}</Show>
      </div>
      <Status class="said" text={status()} />
      <div class="people-filters">
        <UnitChoice units={units()} unit={unit()?.id} onChoose={(unit) => go({ unit })} />
        <label class="pick-one people-search">
          <span>{w("people.search")}</span>
          <input
            type="search"
            autocomplete="off"
            value={search.q ?? ""}
            onInput={(event) =>
              navigate(pathTo("people", { ...query(), q: event.currentTarget.value }), {
                scroll: false,
                replace: true,
              })
            }
          />
        </label>
        <Choice
          label={w("people.role")}
          options={[
            any(w("people.anyRole")),
            ...staffRoles.map((role) => ({ value: role, name: m(`role.${role}`) })),
          ]}
          value={search.role ?? ""}
          onChoose={(role) => go({ role })}
        />
        <Choice
          label={w("people.state")}
          options={[
            any(w("people.anyState")),
            ...states.map((state) => ({ value: state, name: w(`people.state.${state}`) })),
          ]}
          value={search.state ?? ""}
          onChoose={(state) => go({ state })}
        />
      </div>
      <Loaded of={list}>
        {(view) => (
          <Show
            when={shown().length > 0}
            fallback={<p class="note">{w(view().staff.length === 0 ? "people.none" : "people.noneFound")}</p>}
          >
            <PlainTable
              caption={w("people.caption", { count: shown().length })}
              rows={shown()}
              columns={[
                {
                  head: w("people.name"),
                  cell: (person) => (
                    <>
                      <a href={pathTo("people", query(), person.id)}>{person.name}</a>
                      <span class="soft address">{person.email}</span>
                    </>
                  ),
                },
                {
                  head: w("people.roles"),
                  class: "line",
                  cell: ({ grants }) => <GrantList grants={grants} />,
                },
                { head: w("people.state"), cell: ({ state }) => <AccountTag state={state} /> },
                {
                  head: w("people.lastSignIn"),
                  class: "line",
                  label: true,
                  cell: ({ lastSignIn }) => (lastSignIn ? writeInstant(lastSignIn) : w("people.never")),
                },
              ]}
            />
          </Show>
        )}
      </Loaded>
      <InviteDialog
        open={inviting()}
        unit={unit()?.id ?? ""}
        councils={list.data()?.councils ?? []}
        onClose={() => setInviting(false)}
        onInvited={take}
      />
    </>
  );
}
