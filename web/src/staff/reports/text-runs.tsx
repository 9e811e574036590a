import { For, Match, Show, Switch } from "solid-js";
import type { ListItem, Run } from "#core/report/model.ts";
import { FigureLink } from "./reading/figure-link.tsx";
import { useReading } from "./reading/reading.ts";

export function TextRuns(props: { runs: Run[] }) {
  return <For each={props.runs}>{(run) => <TextRun run={run} />}</For>;
}

function TextRun(props: { run: Run }) {
  const reading = useReading();
  const member = (name: "figure" | "initiative") => {
    const { run } = props;
    return typeof run === "object" && name in run ? (run as Record<string, string>)[name] : undefined;
  };
  const text = () => (typeof props.run === "string" ? props.run : props.run.text);
  const dossier = () => {
    const id = member("initiative");
    return id ? reading.dossierOf(id) : null;
  };
  return (
    <Switch fallback={text()}>
      <Match when={member("figure")}>{(id) => <FigureLink id={id()}>{text()}</FigureLink>}</Match>
      <Match when={dossier()}>
        {(href) => (
          <a class="stated" href={href()}>
            {text()}
          </a>
        )}
      </Match>
    </Switch>
  );
}

/** List punctuated like official documents: semicolons, then a full stop. */
export function Items(props: { items: ListItem[]; last?: boolean }) {
  const isLast = (i: number) => (props.last ?? true) && i === props.items.length - 1;
  return (
    <Show when={props.items.length > 0}>
      <ul>
        <For each={props.items}>
          {({ runs, items }, i) => (
            <li>
              <TextRuns runs={runs} />
              <Show when={items.length === 0} fallback={<Items items={items} last={isLast(i())} />}>
                {isLast(i()) ? "." : ";"}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
