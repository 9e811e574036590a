import { Show } from "solid-js";
import type { ReportRequestView } from "../../../../../functions/api/report/request-views.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { Fact } from "../../../fact.tsx";
import { useWords } from "../../words/words.ts";
import { formatPeriod } from "../report-key.ts";
import { DaysLeft } from "./standing-tag.tsx";

/** `owing`: units without a submission. */
export function RequestHead(props: {
  view: ReportRequestView;
  owing: number;
  onDialog: (dialog: "change" | "close") => void;
}) {
  const { w } = useWords();
  const isClosed = () => props.view.closedAt !== null;
  return (
    <>
      <div class="head-row">
        <h1>{props.view.title}</h1>
        <Show when={isClosed()}>
          <span class="tag plain">{w("requests.closed")}</span>
        </Show>
        <Show when={props.view.may.ask}>
          <div class="request-doings push">
            <Button label={w("requests.print")} onClick={() => window.print()} />
            <Show when={!isClosed()}>
              <Button opensDialog label={w("requests.change")} onClick={() => props.onDialog("change")} />
              <Button opensDialog label={w("requests.close")} onClick={() => props.onDialog("close")} />
            </Show>
          </div>
        </Show>
      </div>
      <dl class="request-facts">
        <Fact name={w("requests.asker")}>{props.view.asker.name}</Fact>
        <Fact name={w("reports.period")}>{formatPeriod(props.view, w)}</Fact>
        <Fact name={w("requests.dueOn")}>
          {writeDay(props.view.dueOn)}{" "}
          <Show when={!isClosed() && props.owing > 0}>
            <DaysLeft dueOn={props.view.dueOn} today={props.view.today} />
          </Show>
        </Fact>
        <Show when={props.view.may.ask}>
          <Fact name={w("requests.standing.submitted")}>
            {w("requests.inOf", {
              count: props.view.rows.length - props.owing,
              of: props.view.rows.length,
            })}
          </Fact>
        </Show>
      </dl>
      <Show when={props.view.text}>
        <p class="request-text">{props.view.text}</p>
      </Show>
    </>
  );
}
