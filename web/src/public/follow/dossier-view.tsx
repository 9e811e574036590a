import { createSignal, For, Match, Show, Suspense, Switch } from "solid-js";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { useText } from "../../language.tsx";
import { lazyComponent } from "../../lazy-component.ts";
import { ReceiptButton } from "../receipt/receipt-button.tsx";
import { makeMove, readDossier } from "./api.ts";
import { type AuthorMove, authorMoves, DossierSections } from "./dossier-sections.tsx";
import { readCorrections } from "./kept-corrections.ts";
import { stateTone } from "./state-tone.ts";
import { writeDecision } from "./timeline.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

// Loaded lazily, because these rarely opened parts include the form.
const Resubmission = lazyComponent(() => import("./resubmission.tsx"), "Resubmission");
const ResultReport = lazyComponent(() => import("./result-report.tsx"), "ResultReport");

export function DossierView(props: {
  view: InitiativeView;
  accessKey: string;
  onChange: (view: InitiativeView) => void;
  onLeave: () => void;
}) {
  const { t } = useText();
  const [confirming, setConfirming] = createSignal(false);
  const [status, setStatus] = createSignal("");
  const possible = () => authorMoves.find((move) => props.view.moves.includes(move)) ?? null;
  const [writing, setWriting] = createSignal<AuthorMove | null>(findStartedMove());
  const next = () =>
    t(`follow.next.${possible() === "report" ? "toReport" : props.view.state}`, {
      unit: props.view.unit.name,
      council: props.view.council?.name ?? t("follow.council"),
      day: props.view.dueOn ? writeDay(props.view.dueOn) : "",
    });
  const mustReplace = () =>
    props.view.replaceable !== "none" && props.view.attachments.some(({ state }) => state === "refused");

  function findStartedMove(): AuthorMove | null {
    const move = possible();
    const { form, report } = readCorrections(props.view.id);
    return (move === "report" ? report : form) ? move : null;
  }
  const withdraw = async () => {
    const { id, version } = props.view;
    props.onChange(await makeMove(id, props.accessKey, { move: "withdraw", version, form: {} }));
    setConfirming(false);
    setWriting(null);
  };
  const refresh = async () => {
    // Ignores a missing response or an older version.
    const view = await readDossier(props.view.id, props.accessKey).catch(() => null);
    if (view && view.id === props.view.id && view.version >= props.view.version) props.onChange(view);
  };
  const finish = (view: InitiativeView) => {
    setWriting(null);
    setStatus(t("follow.sent"));
    props.onChange(view);
    document.querySelector<HTMLElement>(".dossier h1")?.focus();
    window.scrollTo(0, 0);
  };
  const leave = () => {
    setWriting(null);
    queueMicrotask(() => document.getElementById("follow-write")?.focus());
  };

  return (
    <article class="dossier">
      <p class="soft num">
        {t("follow.code")} {props.view.id}
      </p>
      <h1 tabindex="-1">{props.view.title || t("text.erased")}</h1>
      <p role="status" class="sent-note">
        {status()}
      </p>
      <section class="standing" aria-labelledby="now">
        <h2 id="now" class="visually-hidden">
          {t("follow.now")}
        </h2>
        <p>
          <span class={`tag ${stateTone(props.view.state)}`}>{t(`state.${props.view.state}`)}</span>
        </p>
        <p role="status">{next()}</p>
        <Show when={mustReplace()}>
          <p class="notice">{t("follow.next.files")}</p>
        </Show>
        <For each={props.view.recognitions}>
          {(recognition) => (
            <p>
              {t(`level.${recognition.level}`)}
              <Show when={recognition.decision}>{(decision) => <>: {writeDecision(t, decision())}</>}</Show>
            </p>
          )}
        </For>
      </section>
      <Suspense fallback={<p role="status">{t("follow.loading")}</p>}>
        <Switch
          fallback={
            <DossierSections
              view={props.view}
              accessKey={props.accessKey}
              move={possible()}
              onWrite={setWriting}
              onWait={refresh}
              onChange={props.onChange}
            />
          }
        >
          <Match when={writing() === "report"}>
            <ResultReport
              view={props.view}
              accessKey={props.accessKey}
              onChange={props.onChange}
              onSent={finish}
              onLeave={leave}
            />
          </Match>
          <Match when={writing() && props.view.application}>
            {(application) => (
              <Resubmission
                view={props.view}
                application={application()}
                accessKey={props.accessKey}
                move={writing() === "complete" ? "complete" : "resubmit"}
                onChange={props.onChange}
                onSent={finish}
                onLeave={leave}
              />
            )}
          </Match>
        </Switch>
      </Suspense>
      <Show when={props.view.origin === "application"}>
        <ReceiptButton id={props.view.id} accessKey={props.accessKey} />
      </Show>
      <div class="actions no-print">
        <Show when={props.view.moves.includes("withdraw")}>
          <Button label={t("follow.withdraw")} onClick={() => setConfirming(true)} />
        </Show>
        <button type="button" class="link-button" onClick={() => props.onLeave()}>
          {t("follow.back")}
        </button>
      </div>
      <Show when={confirming()}>
        <WithdrawDialog onConfirm={withdraw} onClose={() => setConfirming(false)} />
      </Show>
    </article>
  );
}
