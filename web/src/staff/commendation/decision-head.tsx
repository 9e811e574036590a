import { createSignal, For, Show } from "solid-js";
import type { CancelledSum } from "#core/commendation/line-sum.ts";
import { Button } from "../../button.tsx";
import { writeDay, writeInstant } from "../../dates.ts";
import { pathTo } from "../parts/address.ts";
import { useWords } from "../words/words.ts";
import { formatMoney, formatTotal } from "./amounts.ts";
import type { CommendationMove } from "./api.ts";
import { MoveDialog } from "./move-dialog.tsx";
import type { OpenDecision } from "./open-decision.ts";
import { PrintDialog } from "./printing/print-dialog.tsx";
import { ProposalDialog } from "./proposal-dialog.tsx";
import { StateTag } from "./state-tag.tsx";
import type { Warnings } from "./warning-loading.ts";

const moves = ["issue", "corrections", "cancellation", "withdrawal"] as const;

export function DecisionHead(props: { open: OpenDecision; warnings: Warnings }) {
  const words = useWords();
  const { w, m } = words;
  const [move, setMove] = createSignal<CommendationMove | null>(null);
  const [changing, setChanging] = createSignal(false);
  const [printing, setPrinting] = createSignal(false);
  const view = () => props.open.view();
  const decision = () => view().decision;
  const offered = () => {
    const { issue, correct, cancel, withdraw } = view().may;
    const allowed = { issue, corrections: correct, cancellation: cancel, withdrawal: withdraw };
    return moves.filter((each) => allowed[each]);
  };
  const writeCancelled = ({ count, moneyToRecover, unknown }: CancelledSum) =>
    w("commendations.lines.cancelledSum", {
      count,
      total: formatTotal({ amount: moneyToRecover, without: unknown }, words),
    });
  const facts = (): [string, string, boolean?][] => {
    const { number, signedOn, issuer, level, line, basis, year, occasion, articles, budget } = decision();
    const { total, count, unit } = view();
    const { cancelledLines } = decision();
    return [
      [w("commendations.number"), number ?? w("commendations.numberNone")],
      [w("commendations.signedOn"), signedOn === null ? "–" : writeDay(signedOn)],
      [w("commendations.issuer"), issuer],
      [w("commendations.unit"), unit.name],
      [w("commendations.level"), m(`level.${level}`)],
      [w("commendations.line"), w(`commendations.line.${line}`)],
      [w("commendations.basis"), w(`commendations.basis.${basis}`)],
      [w("commendations.yearOfAward"), String(year)],
      [w("commendations.total"), count === 0 ? "–" : formatTotal(total, words)],
      [w("commendations.lines.cancelled"), cancelledLines.count === 0 ? "" : writeCancelled(cancelledLines)],
      [w("commendations.budget"), budget === null ? "" : formatMoney(budget, words)],
      [w("commendations.occasion"), occasion, true],
      [w("commendations.articles"), articles, true],
    ];
  };
  return (
    <>
      <p class="commendation-back">
        <a href={pathTo("commendations", { unit: decision().unit, year: decision().year })}>
          {w("commendations.back")}
        </a>
      </p>
      <div class="head-row">
        <h1>{decision().subject}</h1>
        <StateTag state={decision().state} />
      </div>
      <Show when={decision().cancellation}>
        {(cancelled) => (
          <div class="note bad commendation-cancelled">
            <p>
              <b>
                {w("commendations.cancelled", {
                  day: writeDay(cancelled().on),
                  ground: w(`commendations.ground.${cancelled().ground}`),
                })}
              </b>
            </p>
            <p>{cancelled().reason}</p>
            <p>
              {cancelled().moneyToRecover === null
                ? w("commendations.recover.unknown")
                : w("commendations.recover.says", {
                    amount: formatMoney(cancelled().moneyToRecover ?? 0, words),
                  })}{" "}
              <span class="soft">
                {w("commendations.by", { name: cancelled().by.name, time: writeInstant(cancelled().at) })}
              </span>
            </p>
          </div>
        )}
      </Show>
      <dl class="commendation-head">
        <For each={facts().filter(([, value]) => value !== "")}>
          {([name, value, isLong]) => (
            <div class={isLong ? "long" : undefined}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={offered().length > 0 || view().may.change || view().count > 0}>
        <div class="commendation-doings">
          <For each={offered()}>
            {(each) => (
              <Button
                class={each === "issue" && view().count > 0 ? "main" : ""}
                opensDialog
                label={w(`commendations.move.${each}`)}
                onClick={() => setMove(each)}
              />
            )}
          </For>
          <Show when={view().may.change}>
            <Button opensDialog label={w("commendations.change")} onClick={() => setChanging(true)} />
          </Show>
          <Show when={view().count > 0}>
            <Button opensDialog label={w("commendations.print")} onClick={() => setPrinting(true)} />
          </Show>
        </div>
      </Show>
      <Show when={view().may.change && !view().may.issue}>
        <p class="soft">{w("commendations.issuedByOthers")}</p>
      </Show>
      <MoveDialog open={props.open} warnings={props.warnings} move={move()} onClose={() => setMove(null)} />
      <PrintDialog open={props.open} shown={printing()} onClose={() => setPrinting(false)} />
      <ProposalDialog
        open={changing()}
        unit={decision().unit}
        year={decision().year}
        view={view()}
        onClose={() => setChanging(false)}
        onFresh={props.open.put}
        onDone={(changed) => {
          props.open.put(changed);
          setChanging(false);
        }}
      />
    </>
  );
}
