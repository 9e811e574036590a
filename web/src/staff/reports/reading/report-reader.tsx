import "./margin.css";
import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { type Issue, reportId } from "#core/report/record.ts";
import type { PageModel } from "../../../../../functions/api/report/views.ts";
import { Button } from "../../../button.tsx";
import { useNavigate, useSearchParams } from "../../../router.ts";
import { watchChanges } from "../../../watch.ts";
import { pathTo } from "../../parts/address.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { readUnits } from "../../parts/grants.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import type { ReportKey } from "../report-key.ts";
import { FigurePane } from "./figure-pane.tsx";
import { type Reading, ReadingProvider } from "./reading.ts";
import { ReportSheet } from "./report-sheet.tsx";

/** Width at which a figure opens beside the sheet instead of in a dialog. */
const beside = "(min-width: 1100px)";

export function ReportReader(props: {
  report: ReportKey;
  /** Edition shown; null for the current edition. */
  edition: number | null;
  model: PageModel | null;
  issue: Issue | null;
  head: JSX.Element;
  margin: JSX.Element;
}) {
  const { w } = useWords();
  const { session } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ figure: string }>();
  const isWide = followWidth();
  let pane: HTMLElement | undefined;
  let opener: HTMLElement | null = null;
  const figure = () => props.model?.figures.find((each) => each.id === search.figure) ?? null;
  const address = (id: string | null) =>
    pathTo("reports", { edition: props.edition, figure: id }, reportId(props.report));
  const close = () => {
    if (search.figure === undefined) return;
    navigate(address(null), { scroll: false });
    // The link reappears only after the pane has closed.
    queueMicrotask(() => opener?.focus());
  };
  const reading: Reading = {
    open: () => search.figure ?? null,
    hrefOf: address,
    show(wanted) {
      const from = document.activeElement;
      if (from instanceof HTMLElement && !pane?.contains(from) && !from.closest("dialog")) opener = from;
      navigate(address(wanted), { scroll: false });
    },
    close,
    dossierOf(initiative) {
      const readable = readUnits(session());
      const unit = readable.find(({ id }) => id === props.report.unit);
      return readable.length > 0 ? pathTo("register", { unit: unit?.id }, initiative) : null;
    },
  };
  const onKey = (event: KeyboardEvent) => {
    // Dialogs handle Escape themselves.
    if (event.key === "Escape" && isWide() && !document.querySelector("dialog[open]")) close();
  };
  window.addEventListener("keydown", onKey);
  onCleanup(() => window.removeEventListener("keydown", onKey));
  watchChanges(
    () => isWide() && figure()?.id,
    (open) => {
      if (open) queueMicrotask(() => pane?.focus({ preventScroll: true }));
    },
  );
  return (
    <ReadingProvider value={reading}>
      {props.head}
      <div class="report-desk">
        <Show when={props.model} fallback={<p class="note">{w("reports.notMade")}</p>}>
          {(model) => <ReportSheet model={model()} issue={props.issue} />}
        </Show>
        <div class="report-margin">
          <div hidden={isWide() && figure() !== null}>{props.margin}</div>
          <Show when={isWide() && figure()}>
            {(open) => (
              <section ref={pane} class="report-behind" tabindex="-1" aria-labelledby="behind-label">
                <Button class="small close" label={w("dialog.close")} onClick={close} />
                <h2 id="behind-label" lang="vi">
                  {open().label}
                </h2>
                <Show when={props.model}>{(model) => <FigurePane model={model()} figure={open()} />}</Show>
              </section>
            )}
          </Show>
        </div>
      </div>
      <Dialog closeButton open={!isWide() && figure() !== null} title={figure()?.label ?? ""} onClose={close}>
        <Show when={figure()}>
          {(open) => (
            <Show when={props.model}>{(model) => <FigurePane model={model()} figure={open()} />}</Show>
          )}
        </Show>
      </Dialog>
    </ReadingProvider>
  );
}

function followWidth(): () => boolean {
  const query = window.matchMedia(beside);
  const [isWide, setWide] = createSignal(query.matches);
  const look = () => setWide(query.matches);
  query.addEventListener("change", look);
  onCleanup(() => query.removeEventListener("change", look));
  return isWide;
}
