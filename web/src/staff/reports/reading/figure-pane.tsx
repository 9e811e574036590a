import { For, Show } from "solid-js";
import { formatNumber } from "#core/base/format-vi.ts";
import { countsDossiers } from "#core/figures/catalogue.ts";
import type { ReportFigure } from "#core/report/model.ts";
import { capitalise, describePeriod, formatQuantity, formatValue, periodOf } from "#core/report/wording.ts";
import type { PageModel } from "../../../../../functions/api/report/views.ts";
import { Fact } from "../../../fact.tsx";
import { useWords } from "../../words/words.ts";
import { addendsOf, wholesOf } from "../figure-origins.ts";
import { FigureLink } from "./figure-link.tsx";
import { FigureSources } from "./figure-sources.tsx";

export function FigurePane(props: { model: PageModel; figure: ReportFigure }) {
  const { w } = useWords();
  const period = () => describePeriod(periodOf(props.figure));
  const counted = () => {
    const { counted, origin } = props.figure;
    return counted !== null && (origin === "document" || origin === "declaration") ? { counted } : null;
  };
  const share = () => {
    const { numerator, denominator } = props.figure;
    return numerator !== undefined && denominator !== undefined ? { numerator, denominator } : null;
  };
  const wholes = () => wholesOf(props.model, props.figure);
  const addends = () => addendsOf(props.model, props.figure);
  const about = () =>
    props.model.warnings.filter(
      ({ figures, related, from, to }) =>
        from === props.figure.from &&
        to === props.figure.to &&
        [...figures, ...related].includes(props.figure.key),
    );
  const origin = () =>
    props.figure.origin === "records" && !countsDossiers(props.figure.key) ? "entered" : props.figure.origin;
  return (
    <div class="behind">
      <p class="behind-value" lang="vi">
        {capitalise(formatQuantity(props.figure))}
      </p>
      <dl>
        <div>
          <dt>{w("reports.behind.period")}</dt>
          <dd lang="vi">{period()}</dd>
        </div>
        <Fact name={w("reports.behind.origin")}>{w(`reports.origin.${origin()}`)}</Fact>
        <Show when={share()}>
          {(of) => (
            <Fact name={w("reports.behind.share")}>
              {formatNumber(of().numerator)}/{formatNumber(of().denominator)}
            </Fact>
          )}
        </Show>
        <Show when={counted()}>
          {(of) => (
            <Fact name={w(`reports.origin.${countsDossiers(props.figure.key) ? "records" : "entered"}`)}>
              {formatNumber(of().counted)}
              <span class="soft"> · {w("reports.behind.notAdded")}</span>
            </Fact>
          )}
        </Show>
        <Show when={props.figure.note}>
          <div>
            <dt>{w("declared.note")}</dt>
            <dd lang="vi">{props.figure.note}</dd>
          </div>
        </Show>
      </dl>
      <Show when={addends().length > 0}>
        <h3>{w("reports.behind.from")}</h3>
        <FigureList figures={addends()} />
      </Show>
      <Show when={wholes().length > 0}>
        <h3>{w("reports.behind.within")}</h3>
        <FigureList figures={wholes()} />
      </Show>
      <FigureSources model={props.model} figure={props.figure} />
      <For each={about()}>
        {({ message }) => (
          <p class="behind-doubt" lang="vi">
            {message}
          </p>
        )}
      </For>
    </div>
  );
}

function FigureList(props: { figures: ReportFigure[] }) {
  return (
    <ul class="behind-list" lang="vi">
      <For each={props.figures}>
        {(figure) => (
          <li>
            <FigureLink id={figure.id}>
              {nameWithPeriod(figure)}: {formatValue(figure)}
            </FigureLink>
          </li>
        )}
      </For>
    </ul>
  );
}

function nameWithPeriod(figure: ReportFigure): string {
  const period = describePeriod(periodOf(figure));
  return figure.label.includes(period) ? figure.label : `${figure.label}, ${period}`;
}
