import { createSignal, For, Show } from "solid-js";
import type { ReportFigure, Source } from "#core/report/model.ts";
import type { PageModel } from "../../../../../functions/api/report/views.ts";
import { Button } from "../../../button.tsx";
import { writeDay, writeInstant } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { readUnits } from "../../parts/grants.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { initiativesOf, yearOf } from "../figure-origins.ts";
import { useReading } from "./reading.ts";

/** Initiatives listed before "show more". */
const first = 20;

type Of<Type extends Source["type"]> = Extract<Source, { type: Type }>;

export function FigureSources(props: { model: PageModel; figure: ReportFigure }) {
  const { w } = useWords();
  const reading = useReading();
  const [all, setAll] = createSignal(false);
  const of = <Type extends Source["type"]>(type: Type) =>
    props.figure.sources.filter((source): source is Of<Type> => source.type === type);
  const initiatives = () => initiativesOf(props.model, props.figure);
  const registers = () => [...of("initiatives"), ...of("register")];
  const shown = () => (all() ? initiatives() : initiatives().slice(0, first));
  const left = () => props.model.left?.[`figures/${props.figure.id}`] ?? 0;
  return (
    <>
      <Show when={props.figure.sources.some(({ type }) => type !== "initiative")}>
        <h3>{w("reports.behind.sources")}</h3>
        <ul class="behind-list">
          <For each={of("document")}>
            {(source) => (
              <li lang="vi">
                <b>{[source.documentType, source.symbol].filter(Boolean).join(" ")}</b>,{" "}
                {[writeDay(source.issuedOn), source.issuer].filter(Boolean).join(", ")}
                {source.title && `: ${source.title}`}
              </li>
            )}
          </For>
          <For each={of("initiatives")}>
            {({ year, count }) => <li>{w("reports.behind.recognised", { count, year })}</li>}
          </For>
          <For each={registers()}>{(source) => <RegisterSource {...source} />}</For>
          <For each={of("records")}>{({ year }) => <li>{w("reports.behind.records", { year })}</li>}</For>
          <For each={of("declaration")}>
            {(source) => (
              <li>
                <a href={pathTo("declared", { unit: source.unit, year: yearOf(props.figure) })}>
                  {w("reports.behind.declared")}
                </a>
                <Show when={source.declaredBy}>
                  {(by) => <span class="soft">, {writeInstant(by().at)}</span>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={initiatives().length > 0}>
        <h3>{w("reports.behind.initiatives", { count: initiatives().length })}</h3>
        <ol class="behind-list" lang="vi">
          <For each={shown()}>
            {({ id, title }) => (
              <li>
                <Show when={reading.dossierOf(id)} fallback={title}>
                  {(href) => <a href={href()}>{title}</a>}
                </Show>
              </li>
            )}
          </For>
        </ol>
        <Show when={shown().length < initiatives().length}>
          <Button
            class="small"
            label={w("reports.behind.allInitiatives", { count: initiatives().length })}
            onClick={() => setAll(true)}
          />
        </Show>
        <Show when={left() > 0}>
          <p class="soft">{w("reports.behind.left", { count: left() })}</p>
        </Show>
      </Show>
    </>
  );
}

function RegisterSource(props: { unit: string; year: number }) {
  const { w } = useWords();
  const { session } = useSession();
  const words = () => w("reports.behind.register", { year: props.year });
  return (
    <li>
      <Show when={readUnits(session()).some(({ id }) => id === props.unit)} fallback={words()}>
        <a href={pathTo("register", { unit: props.unit, year: props.year })}>{words()}</a>
      </Show>
    </li>
  );
}
