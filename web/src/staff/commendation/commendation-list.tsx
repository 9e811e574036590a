import { createSignal, Show } from "solid-js";
import { recipientNames } from "#core/commendation/forms.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { Loaded } from "../parts/loading.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { formatTotal } from "./amounts.ts";
import { DecisionFilters } from "./decision-filters.tsx";
import { createDecisionList, type DecisionList } from "./decision-list.ts";
import { ProposalDialog } from "./proposal-dialog.tsx";
import { StateTag } from "./state-tag.tsx";

export function CommendationList() {
  const { w } = useWords();
  const navigate = useNavigate();
  const [proposing, setProposing] = createSignal(false);
  const list = createDecisionList();
  usePageTitle(() => w("commendations.title"));
  return (
    <Show when={list.unit()} fallback={<p class="note">{w("commendations.noUnit")}</p>}>
      <div class="head-row">
        <h1>{w("commendations.title")}</h1>
        <Show when={list.load.data()?.may.write}>
          <Button
            class="main push"
            opensDialog
            label={w("commendations.propose")}
            onClick={() => setProposing(true)}
          />
        </Show>
      </div>
      <p class="soft lead">{w("commendations.lead")}</p>
      <DecisionFilters list={list} />
      <Loaded of={list.load}>
        {(view) => (
          <Show
            when={list.shown().length > 0}
            fallback={
              <p class="note">
                {view().decisions.length === 0
                  ? w("commendations.none", { year: list.year() })
                  : w("commendations.noneFound")}
              </p>
            }
          >
            <DecisionTable list={list} namesUnits={view().below} />
          </Show>
        )}
      </Loaded>
      <ProposalDialog
        open={proposing()}
        unit={list.unit() ?? ""}
        year={list.year()}
        view={null}
        mayIssue={list.load.data()?.may.issue ?? false}
        onClose={() => setProposing(false)}
        onDone={({ decision }) => navigate(pathTo("commendations", {}, decision.id))}
      />
    </Show>
  );
}

function DecisionTable(props: { list: DecisionList; namesUnits: boolean }) {
  const words = useWords();
  const { w, m, language } = words;
  const { list } = props;
  const caption = () => {
    const kind = list.recipient();
    const counted = { count: list.counted().length, year: list.year(), times: list.count() };
    const text =
      kind === null
        ? w("commendations.caption", { ...counted, total: formatTotal(list.total(), words) })
        : w("commendations.captionOf", { ...counted, recipient: recipientNames[kind][language()] });
    const left = list.shown().length - list.counted().length;
    return left === 0 ? text : `${text} ${w("commendations.caption.left", { count: left })}`;
  };
  return (
    <PlainTable
      class="commendation-list"
      caption={caption()}
      rows={list.shown()}
      columns={[
        {
          head: w("commendations.subject"),
          cell: ({ id, subject, unitName }) => (
            <>
              <a href={pathTo("commendations", {}, id)}>{subject}</a>
              <Show when={props.namesUnits}>
                <span class="soft under">{unitName}</span>
              </Show>
            </>
          ),
        },
        {
          head: w("commendations.number"),
          label: true,
          class: "nowrap",
          cell: ({ number }) => number ?? <span class="soft">{w("commendations.numberNone")}</span>,
        },
        {
          head: w("commendations.signedOn"),
          label: true,
          class: "nowrap",
          cell: ({ signedOn }) => (signedOn === null ? "–" : writeDay(signedOn)),
        },
        { head: w("commendations.level"), label: true, cell: ({ level }) => m(`level.${level}`) },
        {
          head: w(list.recipient() === null ? "commendations.lines" : "commendations.count"),
          label: true,
          class: "n",
          cell: list.countOf,
        },
        {
          head: w("commendations.total"),
          label: true,
          headClass: "n",
          class: "n money",
          cell: ({ total, count }) => (count === 0 ? "–" : formatTotal(total, words)),
        },
        { head: w("commendations.state"), cell: (decision) => <StateTag state={decision.state} /> },
      ]}
    />
  );
}
