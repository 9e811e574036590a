import { createSignal, For, Show } from "solid-js";
import type { RemindedView, ReportRequestView } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { pathTo } from "../../parts/address.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { Status, Trouble } from "../../parts/messages.tsx";
import { createAction } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readRequest, remindUnits } from "./api.ts";
import {
  type BoardColumn,
  type BoardFilter,
  boardFilters,
  filterRows,
  isOwing,
  readColumn,
  readFilter,
  sortRows,
} from "./board-rows.ts";
import { BoardTable } from "./board-table.tsx";
import { ChangeDialog, CloseDialog } from "./change-dialog.tsx";
import { RequestHead } from "./request-head.tsx";
import { UnitSubmissions } from "./unit-submissions.tsx";

export function RequestPage(props: { id: string }) {
  const { w } = useWords();
  const load = createLoad(() => props.id, readRequest);
  return (
    <>
      <p class="report-back">
        <a href={pathTo("reportRequests")}>{w("requests.back")}</a>
      </p>
      <Loaded of={load} title={w("reportRequests.title")}>
        {(view) => <OneRequest view={view()} onFresh={load.put} onReload={load.reload} />}
      </Loaded>
    </>
  );
}

function OneRequest(props: {
  view: ReportRequestView;
  onFresh: (view: ReportRequestView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ show: string; sort: string; unit: string }>();
  const [dialog, setDialog] = createSignal<"change" | "close" | null>(null);
  const [status, setStatus] = createSignal("");
  const action = createAction();
  const filter = () => readFilter(search.show);
  const sort = () => readColumn(search.sort);
  const place = (changes: { show?: BoardFilter; sort?: BoardColumn; unit?: string | null }) =>
    pathTo("reportRequests", { show: search.show, sort: search.sort, ...changes }, props.view.id);
  const go = (changes: Parameters<typeof place>[0]) => navigate(place(changes), { scroll: false });
  const rows = () => sortRows(filterRows(props.view.rows, filter()), sort());
  const open = () => props.view.rows.find(({ unit }) => unit.id === search.unit) ?? null;
  const nameOf = (id: string) => props.view.rows.find(({ unit }) => unit.id === id)?.unit.name ?? id;
  const isClosed = () => props.view.closedAt !== null;
  const isOwn = () => !props.view.may.ask;
  const owing = () => props.view.rows.filter(isOwing);
  const left = () =>
    owing().filter(({ remindedToday, responsible }) => !remindedToday && (responsible ?? 0) > 0);

  const remind = (units: string[]) =>
    action.run(async () => {
      setStatus(sayReminded(await call(() => remindUnits(props.view.id, units))));
      await props.onReload();
    });
  const sayReminded = ({ reminded, already, nobody, settled }: RemindedView) =>
    [
      reminded.length > 0 && w("requests.said.reminded", { count: reminded.length }),
      already.length > 0 && w("requests.said.already", { count: already.length }),
      nobody.length > 0 && w("requests.said.nobody", { count: nobody.length }),
      settled.length > 0 && w("requests.said.settled", { count: settled.length }),
    ]
      .filter(Boolean)
      .join(" ");

  return (
    <>
      <RequestHead view={props.view} owing={owing().length} onDialog={setDialog} />
      <Status class="said" text={status()} />
      <Trouble text={action.trouble()} />
      <Show
        when={!isOwn()}
        fallback={
          <For each={props.view.units}>
            {(unit) => (
              <section class="entry-section own-report" aria-label={nameOf(unit)}>
                <h2>{nameOf(unit)}</h2>
                <UnitSubmissions view={props.view} unit={unit} onFresh={props.onFresh} />
              </section>
            )}
          </For>
        }
      >
        <div class="board-tools">
          <nav class="states" aria-label={w("requests.show")}>
            <ul>
              <For each={boardFilters}>
                {(each) => (
                  <li>
                    <a href={place({ show: each })} aria-current={each === filter() ? "true" : undefined}>
                      {w(`requests.show.${each}`)}{" "}
                      <span class="soft">{filterRows(props.view.rows, each).length}</span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
          <Show when={props.view.may.remind && !isClosed() && left().length > 0}>
            <Button
              class="push"
              label={w("requests.remindAll", { count: left().length })}
              disabled={action.busy()}
              onClick={() => void remind(left().map(({ unit }) => unit.id))}
            />
          </Show>
        </div>
        <Show when={rows().length > 0} fallback={<p class="note">{w("requests.showNone")}</p>}>
          <BoardTable
            view={props.view}
            rows={rows()}
            sort={sort()}
            busy={action.busy()}
            onSort={(column) => go({ sort: column })}
            onOpen={(unit) => go({ unit })}
            onRemind={(units) => void remind(units)}
          />
        </Show>
        <p class="soft lead">{w("requests.sumLead")}</p>
      </Show>
      <Dialog
        closeButton
        open={open() !== null}
        title={open()?.unit.name ?? ""}
        onClose={() => go({ unit: null })}
      >
        <Show when={open()?.unit.id} keyed>
          {(unit) => <UnitSubmissions view={props.view} unit={unit} onFresh={props.onFresh} />}
        </Show>
      </Dialog>
      <ChangeDialog
        open={dialog() === "change"}
        view={props.view}
        onClose={() => setDialog(null)}
        onFresh={props.onFresh}
      />
      <CloseDialog
        open={dialog() === "close"}
        view={props.view}
        onClose={() => setDialog(null)}
        onFresh={props.onFresh}
      />
    </>
  );
}
