import { onMount, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { Button } from "../../../button.tsx";
import { writeDay } from "../../../dates.ts";
import { Fact } from "../../../fact.tsx";
import { pathTo } from "../../parts/address.ts";
import { Status } from "../../parts/messages.tsx";
import { useWords } from "../../words/words.ts";

/** The access key is shown only here. */
export function PaperReceipt(props: { receipt: Receipt; unit: string; onAnother: () => void }) {
  const { w, m } = useWords();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <section class="paper-receipt">
      <h1 ref={heading} tabindex="-1">
        {w("paper.receipt")}
      </h1>
      <Status class="said" text={w("paper.done")} />
      <dl>
        <div>
          <dt>{w("list.code")}</dt>
          <dd class="code-large">{props.receipt.id}</dd>
        </div>
        <div>
          <dt>{w("paper.key")}</dt>
          <dd class="key">{props.receipt.accessKey}</dd>
          <dd class="soft">{w("paper.keyHint")}</dd>
        </div>
        <Fact name={w("list.title")}>{props.receipt.title || m("text.erased")}</Fact>
        <Fact name={w("paper.unit")}>{props.unit}</Fact>
      </dl>
      <p>
        {w("dossier.received", { day: writeDay(dayOf(props.receipt.receivedAt)) })}.{" "}
        <Show when={props.receipt.late}>{w("dossier.late")}. </Show>
        {w("paper.answerBy", { day: writeDay(props.receipt.answerDueOn) })}
      </p>
      <p>{w("paper.follow", { address: `${window.location.origin}/tra-cuu` })}</p>
      <div class="actions no-print">
        <Button class="main" label={w("paper.print")} onClick={() => window.print()} />
        <Button label={w("paper.another")} onClick={props.onAnother} />
        <a class="button" href={pathTo("inbox", {}, props.receipt.id)}>
          {w("paper.open")}
        </a>
      </div>
    </section>
  );
}
