import { createSignal, For, type JSX, Show } from "solid-js";
import { formatNumber } from "#core/base/format-vi.ts";
import { nameForm, recipientNames } from "#core/commendation/forms.ts";
import type { ReportAnnexes } from "#core/report/annex-model.ts";
import { formatDay, formatKnown, formatPercent, formatQuantity, unknownValue } from "#core/report/wording.ts";
import type { PageModel } from "../../../../../functions/api/report/views.ts";
import { useWords } from "../../words/words.ts";
import { FigureLink } from "./figure-link.tsx";
import { useReading } from "./reading.ts";

/** Annex rows shown before "show more". */
const first = 50;

/** Collapsed on screen, open in print. */
export function SheetAnnexes(props: { model: PageModel }) {
  const { m } = useWords();
  const reading = useReading();
  const annexes = () => props.model.annexes;
  const left = (name: keyof ReportAnnexes) => props.model.left?.[`annexes/${name}`] ?? 0;
  const decisions = ({ recognitions }: PageModel["annexes"]["recognised"][number]) =>
    recognitions
      .map(({ level, decision }) => [m(`level.${level}`), decision?.number].filter(Boolean).join(", "))
      .join("; ");
  return (
    <>
      <Annex
        title="Sáng kiến được công nhận"
        columns={["Năm", "Số", "Sáng kiến", "Tác giả", "Đơn vị", "Cấp công nhận, quyết định"]}
        rows={annexes().recognised}
        left={left("recognised")}
      >
        {(row) => (
          <>
            <td>{row.year}</td>
            <td>{row.number}</td>
            <td class="words">
              <Show when={reading.dossierOf(row.id)} fallback={row.title}>
                {(href) => (
                  <a class="stated" href={href()}>
                    {row.title}
                  </a>
                )}
              </Show>
            </td>
            <td class="words">{row.authors.join(", ")}</td>
            <td class="words">{row.organisation ?? row.unit}</td>
            <td class="words">{decisions(row)}</td>
          </>
        )}
      </Annex>
      <Annex
        title="Khen thưởng"
        columns={["Cấp", "Hình thức", "Kỳ", "Số lượng"]}
        rows={annexes().commendations}
        left={left("commendations")}
      >
        {(row) => {
          const words = () => {
            const figure = props.model.figures.find(({ id }) => id === row.figure);
            return figure ? formatQuantity(figure) : unknownValue;
          };
          return (
            <>
              <td class="words">{row.group}</td>
              <td class="words">{row.form}</td>
              <td>{row.period}</td>
              <td>
                <FigureLink id={row.figure}>{words()}</FigureLink>
              </td>
            </>
          );
        }}
      </Annex>
      <Annex
        title="Khen thưởng theo quyết định"
        columns={["Quyết định", "Cơ quan khen thưởng", "Nội dung", "Hình thức, số lượng"]}
        rows={annexes().decisions}
        left={left("decisions")}
      >
        {(row) => (
          <>
            <td>{`${row.number}, ${formatDay(row.signedOn)}`}</td>
            <td class="words">{row.issuer}</td>
            <td class="words">{row.subject}</td>
            <td class="words">{countAwards(row)}</td>
          </>
        )}
      </Annex>
      <Annex
        title="Xếp hạng đơn vị theo tỷ lệ công nhận"
        columns={["Hạng", "Đơn vị", "Đăng ký", "Công nhận", "Tỷ lệ"]}
        rows={annexes().unitsRanked}
        left={left("unitsRanked")}
      >
        {(row) => (
          <>
            <td>{row.rank ?? "–"}</td>
            <td class="words">{row.name}</td>
            <td>{formatKnown(row.registered, row.qualifiers.registered)}</td>
            <td>{formatKnown(row.recognised, row.qualifiers.recognised)}</td>
            <td>{formatKnown(row.rate, row.qualifiers.rate, formatPercent)}</td>
          </>
        )}
      </Annex>
    </>
  );
}

const countAwards = ({ level, awards }: ReportAnnexes["decisions"][number]) =>
  awards
    .map(({ form, recipientKind, count }) => {
      const recipient = recipientNames[recipientKind].vi;
      return `${nameForm(form, level)}: ${formatNumber(count)} ${recipient}`;
    })
    .join("; ");

function Annex<Row>(props: {
  title: string;
  columns: string[];
  rows: Row[];
  /** Number of rows that only the workbook contains. */
  left: number;
  children: (row: Row) => JSX.Element;
}) {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.rows : props.rows.slice(0, first));
  const count = () => formatNumber(props.rows.length + props.left);
  return (
    <Show when={props.rows.length > 0}>
      <details class="sheet-annex">
        <summary>
          <h3>
            Phụ lục: {props.title} ({count()})
          </h3>
        </summary>
        <section class="sheet-table" aria-label={props.title} tabindex="0">
          <table>
            <thead>
              <tr>
                <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>{(row) => <tr>{props.children(row)}</tr>}</For>
            </tbody>
          </table>
        </section>
        <Show when={shown().length < props.rows.length}>
          <button type="button" class="button small" onClick={() => setAll(true)}>
            Hiện cả {formatNumber(props.rows.length)} dòng
          </button>
        </Show>
        <Show when={props.left > 0}>
          <p>Còn {formatNumber(props.left)} dòng nữa trong tệp XLSX.</p>
        </Show>
      </details>
    </Show>
  );
}
