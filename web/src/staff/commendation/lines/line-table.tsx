import { For, Show } from "solid-js";
import { recipientNames } from "#core/commendation/forms.ts";
import type {
  CommendationLinesView,
  CommendationView,
} from "../../../../../functions/api/commendation/views.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { pathTo } from "../../parts/address.ts";
import { useWords } from "../../words/words.ts";
import { formatMoney, nameAward } from "../amounts.ts";

type Line = CommendationLinesView["lines"][number];

const writeBound = (bound: string) => (bound.length === 4 ? bound : writeDay(bound));

/** Period as 2025 or 2024–2026; an open end is left out. */
export const writeSpan = (from: string | null, to: string | null): string =>
  [...new Set([from, to].filter((bound) => bound !== null).map(writeBound))].join("–");

export function LineTable(props: {
  view: CommendationView;
  lines: readonly Line[];
  caption: string;
  /** Line number in the URL. */
  sought: number | null;
  warned: ReadonlySet<number>;
  onEdit: (line: Line) => void;
  onDrop: (line: Line, how: "removal" | "erasure") => void;
  onCorrect: (line: Line) => void;
  onCancel: (line: Line) => void;
}) {
  const { w } = useWords();
  return (
    <div class="table-box">
      <table class="plain-table commendation-lines">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="n">
              {w("commendations.lineNumber")}
            </th>
            <th scope="col">{w("commendations.name")}</th>
            <th scope="col">{w("commendations.form")}</th>
            <th scope="col">{w("commendations.achievement")}</th>
            <th scope="col" class="n">
              {w("commendations.lineMoney")}
            </th>
            <th scope="col">
              <span class="visually-hidden">{w("commendations.doings")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr
                id={`line-${line.n}`}
                tabindex={line.n === props.sought ? -1 : undefined}
                classList={{ sought: line.n === props.sought }}
              >
                <td class="n" data-label={w("commendations.lineNumber")}>
                  {line.n}
                  <Show when={props.warned.has(line.n)}>
                    <span class="tag wait">{w("commendations.warned")}</span>
                  </Show>
                  <Show when={line.cancellation}>
                    <span class="tag late">{w("commendations.lines.cancelled")}</span>
                  </Show>
                </td>
                <th scope="row">
                  <Recipient line={line} />
                </th>
                <LineFacts view={props.view} line={line} />
                <td class="line doings">
                  <Doings {...props} line={line} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Recipient(props: { line: Line }) {
  const { w, m, language } = useWords();
  const under = () => {
    const { recipientKind, birthYear, position, workplace, leader } = props.line;
    return [
      recipientNames[recipientKind][language()],
      birthYear === null ? "" : String(birthYear),
      [position, workplace].filter(Boolean).join(", "),
      leader ? w("commendations.leader") : "",
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <>
      <b>{props.line.name || m("text.erased")}</b>
      <span class="soft under">{under()}</span>
      <Show when={props.line.cancellation}>
        {(cancelled) => (
          <span class="under">
            {w("commendations.cancelled", {
              day: writeDay(cancelled().on),
              ground: w(`commendations.ground.${cancelled().ground}`),
            })}
          </span>
        )}
      </Show>
    </>
  );
}

function LineFacts(props: { view: CommendationView; line: Line }) {
  const words = useWords();
  const { w } = words;
  const { level } = props.view.decision;
  const amount = () => props.line.money ?? props.line.computed.amount;
  return (
    <>
      <td data-label={w("commendations.form")}>{nameAward(props.line.form, level, words)}</td>
      <td class="line achievement">
        {props.line.achievement}{" "}
        <span class="soft">
          {[writeSpan(props.line.from, props.line.to), props.line.note].filter(Boolean).join(" · ")}
        </span>
        <Show when={props.line.initiative}>
          {(id) => (
            <>
              {" "}
              <a class="nowrap" href={pathTo("inbox", {}, id())}>
                {id()}
              </a>
            </>
          )}
        </Show>
        <Show when={props.line.model}>
          {(id) => <span class="soft"> {w("commendations.modelIs", { id: id() })}</span>}
        </Show>
      </td>
      <td class="n" data-label={w("commendations.lineMoney")}>
        <Show when={amount() !== null} fallback={<span class="soft">{w("commendations.moneyNone")}</span>}>
          {formatMoney(amount() ?? 0, words)}
          <Show when={props.line.money !== null}>
            <span class="soft under">{w("commendations.moneyGiven")}</span>
          </Show>
        </Show>
      </td>
    </>
  );
}

function Doings(props: {
  view: CommendationView;
  line: Line;
  onEdit: (line: Line) => void;
  onDrop: (line: Line, how: "removal" | "erasure") => void;
  onCorrect: (line: Line) => void;
  onCancel: (line: Line) => void;
}) {
  const { w } = useWords();
  // One right covers both steps on an issued decision.
  const mayMove = () => props.view.may.cancel;
  const name = () => props.line.name || String(props.line.n);
  const erasable = () =>
    props.view.may.erase &&
    !props.view.may.change &&
    !props.line.erased &&
    (props.line.recipientKind === "individual" || props.line.recipientKind === "household");
  return (
    <>
      <Show when={props.view.may.change}>
        <Button
          class="small"
          opensDialog
          label={w("commendations.lines.edit")}
          ariaLabel={w("commendations.lines.editWhat", { name: name() })}
          onClick={() => props.onEdit(props.line)}
        />
        <Button
          class="small quiet"
          opensDialog
          label={w("commendations.lines.remove")}
          ariaLabel={w("commendations.lines.removeWhat", { name: name() })}
          onClick={() => props.onDrop(props.line, "removal")}
        />
      </Show>
      <Show when={mayMove() && !props.line.erased}>
        <Button
          class="small"
          opensDialog
          label={w("commendations.lines.correct")}
          ariaLabel={w("commendations.lines.correctWhat", { name: name() })}
          onClick={() => props.onCorrect(props.line)}
        />
      </Show>
      <Show when={mayMove() && props.line.cancellation === null}>
        <Button
          class="small quiet"
          opensDialog
          label={w("commendations.lines.cancel")}
          ariaLabel={w("commendations.lines.cancelWhat", { name: name() })}
          onClick={() => props.onCancel(props.line)}
        />
      </Show>
      <Show when={erasable()}>
        <Button
          class="small quiet"
          opensDialog
          label={w("commendations.lines.erase")}
          ariaLabel={w("commendations.lines.eraseWhat", { name: name() })}
          onClick={() => props.onDrop(props.line, "erasure")}
        />
      </Show>
    </>
  );
}
