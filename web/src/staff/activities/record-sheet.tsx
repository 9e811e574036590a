import { createSignal, For, type JSX, Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { AttachedFiles } from "../../attachments/attached-files.tsx";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { evidencePath, type Views } from "./api.ts";
import { recordPages } from "./record-list.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export function RecordSheet<K extends RecordKind>(props: {
  kind: K;
  view: Views[K]["one"];
  title: string;
  tags: JSX.Element;
  facts: JSX.Element;
  /** Unchanged form, sent when the record is withdrawn or restored. */
  form: () => unknown;
  actions?: JSX.Element;
  onEdit: () => void;
  onChanged: (view: Views[K]["one"]) => void;
  onReload: () => Promise<void>;
  status: string;
  children?: JSX.Element;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [search] = useSearchParams<Record<string, string>>();
  const [withdrawing, setWithdrawing] = createSignal(false);
  const record = () => props.view.record;
  usePageTitle(() => `${props.title} · ${w("records.title")}`);
  return (
    <div class="record-sheet entry-form">
      <div>
        <a class="back" href={pathTo(recordPages[props.kind], { ...search })}>
          <span aria-hidden="true">←</span> {w(`records.tab.${recordPages[props.kind]}`)}
        </a>
        <div class="head-row">
          <h1>{props.title}</h1>
          {props.tags}
          <Show when={record().withdrawn}>
            <span class="tag late">{w("records.withdrawn")}</span>
          </Show>
        </div>
        <p class="soft">{props.view.unit.name}</p>
        <Status class="said" text={props.status} />
        <Show when={props.view.writes}>
          <div class="actions">
            {props.actions}
            <Button label={w("records.edit")} opensDialog onClick={props.onEdit} />
            <Button
              label={w(record().withdrawn ? "records.restore" : "records.withdraw")}
              opensDialog
              onClick={() => setWithdrawing(true)}
            />
          </div>
        </Show>
      </div>
      <section class="entry-section">
        <h2>{w("records.facts")}</h2>
        <dl class="record-facts">{props.facts}</dl>
      </section>
      {props.children}
      <Show when={props.view.evidence.length > 0}>
        <section class="entry-section">
          <AttachedFiles
            id={record().id}
            pathOf={(file) => evidencePath(props.kind, record().id, file)}
            call={call}
            files={props.view.evidence}
            heading="h2"
            onWait={() => void props.onReload()}
          />
        </section>
      </Show>
      <RecordLog view={props.view} />
      <WithdrawDialog
        open={withdrawing()}
        kind={props.kind}
        view={props.view}
        form={props.form}
        onClose={() => setWithdrawing(false)}
        onDone={(view) => {
          setWithdrawing(false);
          props.onChanged(view);
        }}
        onReload={props.onReload}
      />
    </div>
  );
}

function RecordLog(props: { view: Views[RecordKind]["one"] }) {
  const { w } = useWords();
  return (
    <section class="entry-section">
      <h2>{w("records.log")}</h2>
      <ol class="record-log">
        <For each={props.view.log}>
          {(entry) => (
            <li>
              <b>{w(`records.did.${entry.action}`)}</b>{" "}
              <span class="soft">
                {writeInstant(entry.stamp.at)} · {entry.stamp.by.name}
              </span>
              <Show when={entry.why && !["check", "answer"].includes(entry.action)}>
                <p>{entry.why}</p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
