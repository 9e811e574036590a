import { createMemo, createSignal, Show } from "solid-js";
import type { CommendationLinesView } from "../../../../../functions/api/commendation/views.ts";
import { useSearchParams } from "../../../router.ts";
import { watch, watchChanges } from "../../../watch.ts";
import { pathTo } from "../../parts/address.ts";
import { createLoad, Loaded } from "../../parts/loading.tsx";
import { useWords } from "../../words/words.ts";
import { readLines } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";
import { CancelLineDialog } from "./cancel-line-dialog.tsx";
import { CorrectLineDialog } from "./correct-line-dialog.tsx";
import { DropDialog } from "./drop-dialog.tsx";
import { LineDialog } from "./line-dialog.tsx";
import { LineTable } from "./line-table.tsx";

type Line = CommendationLinesView["lines"][number];

/** Line numbers per page. Removed lines leave gaps, so that a line stays on its page. */
const numbersOfPage = 100;

const readCount = (text: string | undefined) => (/^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : null);

export function LinesSection(props: { open: OpenDecision; warned: ReadonlySet<number> }) {
  const { w } = useWords();
  const [search] = useSearchParams<{ page: string; line: string }>();
  const [editing, setEditing] = createSignal<Line | null>(null);
  const [dropping, setDropping] = createSignal<{ line: Line; how: "removal" | "erasure" } | null>(null);
  const [correcting, setCorrecting] = createSignal<Line | null>(null);
  const [cancelling, setCancelling] = createSignal<Line | null>(null);
  const view = () => props.open.view();
  const decision = () => view().decision;
  const sought = () => readCount(search.line);
  const pages = () => Math.max(1, Math.ceil(decision().lastLine / numbersOfPage));
  const page = () => {
    const line = sought();
    const asked = line === null ? (readCount(search.page) ?? 1) : Math.ceil(line / numbersOfPage);
    return Math.min(asked, pages());
  };
  const last = () => page() * numbersOfPage;
  const load = createLoad(
    () => `${decision().id} ${page()}`,
    async () => {
      const end = last();
      const answer = await readLines(decision().id, end - numbersOfPage);
      return { lines: answer.lines.filter(({ n }) => n <= end) };
    },
  );
  watchChanges(
    () => decision().version,
    () => void load.reload(),
  );
  // Scrolls to the line in the URL after loading.
  const reached = createMemo(() => load.data()?.lines.find(({ n }) => n === sought())?.n ?? null);
  watch(reached, (line) => {
    const row = line === null ? null : document.getElementById(`line-${line}`);
    row?.scrollIntoView({ block: "center" });
    row?.focus();
  });
  return (
    <Show when={props.open.listed() > 0} fallback={<p class="note">{w("commendations.lines.none")}</p>}>
      <Pages id={decision().id} page={page()} pages={pages()} />
      <Loaded of={load}>
        {(shown) => (
          <Show
            when={shown().lines.length > 0}
            fallback={<p class="note">{w("commendations.lines.noneOnPage")}</p>}
          >
            <LineTable
              view={view()}
              lines={shown().lines}
              caption={w("commendations.lines.caption", {
                shown: shown().lines.length,
                count: props.open.listed(),
              })}
              sought={sought()}
              warned={props.warned}
              onEdit={setEditing}
              onDrop={(line, how) => setDropping({ line, how })}
              onCorrect={setCorrecting}
              onCancel={setCancelling}
            />
          </Show>
        )}
      </Loaded>
      <Pages id={decision().id} page={page()} pages={pages()} below />
      <LineDialog
        open={props.open}
        asked={editing() ? { line: editing() } : null}
        onClose={() => setEditing(null)}
      />
      <CorrectLineDialog open={props.open} line={correcting()} onClose={() => setCorrecting(null)} />
      <CancelLineDialog open={props.open} line={cancelling()} onClose={() => setCancelling(null)} />
      <DropDialog open={props.open} asked={dropping()} onClose={() => setDropping(null)} />
    </Show>
  );
}

function Pages(props: { id: string; page: number; pages: number; below?: boolean }) {
  const { w } = useWords();
  const to = (page: number) => pathTo("commendations", { page }, props.id);
  const from = () => (props.page - 1) * numbersOfPage + 1;
  return (
    <Show when={props.pages > 1}>
      <nav
        class="line-pages"
        aria-label={w(props.below ? "commendations.pages.below" : "commendations.pages")}
      >
        <Show when={props.page > 1}>
          <a href={to(props.page - 1)}>{w("commendations.pages.before")}</a>
        </Show>
        <span>
          {w("commendations.pages.here", { from: from(), to: from() + numbersOfPage - 1 })} (
          {w("commendations.pages.of", { page: props.page, pages: props.pages })})
        </span>
        <Show when={props.page < props.pages}>
          <a href={to(props.page + 1)}>{w("commendations.pages.after")}</a>
        </Show>
      </nav>
    </Show>
  );
}
