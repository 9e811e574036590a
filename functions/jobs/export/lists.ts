import { dayOf } from "#core/base/calendar.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { inboxStates, openStates, queueStates, type State } from "#core/initiatives/lifecycle.ts";
import { type RegisterQuery, searchRegister } from "#core/initiatives/register.ts";
import type { ExportForm } from "#core/jobs/export-request.ts";
import type { Job } from "#core/jobs/job.ts";
import { listedUnits, registersOf } from "#core/units/tree.ts";
import type { Cell, Sheet } from "../../documents/spreadsheet/workbook.ts";
import type { Store } from "../../store/store.ts";
import { dossierFields, type Field, libraryFields, registerFields, toCells, unitFields } from "./columns.ts";
import { readFigures } from "./figures.ts";
import { readStaff } from "./staff.ts";

export interface Place {
  stretch: number;
  cursor: string | null;
}

export interface ReadableList {
  sheet: Sheet;
  read(place: Place, limit: number): Promise<{ rows: Cell[][]; next: Place | null }>;
}

type Stretch<Row> = (
  cursor: string | null,
  limit: number,
) => Promise<{ items: Row[]; cursor: string | null }>;

const withUnit = openStates.filter((state) => inboxStates.includes(state));

/** The columns depend on the requester's role. */
export async function openList(store: Store, job: Job, form: ExportForm): Promise<ReadableList> {
  const { unit, role } = job;
  const year = job.year ?? 0;
  const { initiatives, directory } = store;
  const units = await directory.units();
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  const wanted = (among: readonly State[]) => (form.state ? [form.state] : among);

  switch (form.list) {
    case "register": {
      const listed = (form.count ? listedUnits(units, unit) : null) ?? [unit];
      return overStretches(
        "Sổ tiếp nhận",
        registerFields(role === "reviewer"),
        (form.count ? registersOf(units, listed) : listed).map((register) => async (cursor, limit) => {
          const page = await initiatives.register(register, year, cursor, limit);
          const own = form.count
            ? page.rows.filter(({ summary }) => listed.includes(summary.unit))
            : page.rows;
          return { items: searchRegister(own, queryOf(form), dayOf(job.requestedAt)), cursor: page.cursor };
        }),
      );
    }
    case "inbox":
      return overStretches(
        "Hồ sơ",
        dossierFields(nameOf),
        wanted(withUnit).map(
          (state): Stretch<InitiativeSummary> =>
            (cursor, limit) =>
              initiatives.inbox(unit, state, cursor, limit),
        ),
      );
    case "councilQueue":
      return overStretches(
        "Hồ sơ của Hội đồng",
        dossierFields(nameOf),
        wanted(queueStates).map(
          (state): Stretch<InitiativeSummary> =>
            (cursor, limit) =>
              initiatives.councilQueue(form.council ?? "", year, state, cursor, limit),
        ),
      );
    case "library":
      return overStretches("Sáng kiến được công nhận", libraryFields(nameOf), [
        (cursor, limit) => initiatives.library(unit, year, cursor, limit),
      ]);
    case "figures":
      return readFigures(store, unit, year, nameOf).then(whole("Số liệu"));
    case "staff":
      return readStaff(store, unit, nameOf).then(whole("Cán bộ"));
    case "units":
      return whole("Đơn vị")({ fields: unitFields(nameOf), rows: [...units.values()] });
  }
}

const queryOf = ({ state, field, system, affiliation, count, month }: ExportForm): RegisterQuery => ({
  text: "",
  state: state ?? null,
  field: field ?? null,
  system: system ?? null,
  affiliation: affiliation ?? null,
  count: count ?? null,
  month: month ?? null,
});

function overStretches<Row>(name: string, fields: Field<Row>[], stretches: Stretch<Row>[]): ReadableList {
  return {
    sheet: { name, columns: fields },
    async read({ stretch, cursor }, limit) {
      const page = await stretches[stretch]?.(cursor, limit);
      const rows = (page?.items ?? []).map((row) => toCells(fields, row));
      if (page?.cursor) return { rows, next: { stretch, cursor: page.cursor } };
      return { rows, next: stretch + 1 < stretches.length ? { stretch: stretch + 1, cursor: null } : null };
    },
  };
}

const whole =
  (name: string) =>
  <Row>({ fields, rows }: { fields: Field<Row>[]; rows: Row[] }): ReadableList =>
    overStretches(name, fields, [async () => ({ items: rows, cursor: null })]);
