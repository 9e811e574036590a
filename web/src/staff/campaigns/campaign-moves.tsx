import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type { CampaignMove } from "#core/campaigns/lifecycle.ts";
import type { CampaignView } from "../../../../functions/api/campaigns/views.ts";
import { writeDay } from "../../dates.ts";
import { useNavigate } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { isProblem } from "../parts/api.ts";
import { DayField, type Fault } from "../parts/fields.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { createSending, describeError } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { moveCampaign, readCampaigns } from "./api.ts";
import { freeId } from "./typed-campaign.ts";

export function CampaignMoves(props: {
  view: CampaignView;
  unsaved: boolean;
  onDone: (view: CampaignView) => void;
  onFaults: (faults: Fault[]) => void;
}) {
  const { w, m } = useWords();
  const { call } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = createSignal<CampaignMove | null>(null);
  const [on, setOn] = createSignal(props.view.today);
  const [year, setYear] = createSignal<number | null>(props.view.campaign.year + 1);
  const campaign = () => props.view.campaign;
  const close = () => setAsked(null);
  const isBlocked = () => props.unsaved && asked() !== "copy";
  const send = async () => {
    const move = asked();
    if (move === null) return null;
    const { id, version, unit } = campaign();
    if (move !== "copy") {
      const form = move === "evaluate" ? { on: on() } : {};
      props.onDone(await call(() => moveCampaign(id, move, version, form)));
      close();
      return null;
    }
    const taken = (await call(readCampaigns)).campaigns.map((each) => each.id);
    const form = { id: freeId(unit, year() ?? 0, taken), year: year() };
    const copy = await call(() => moveCampaign(id, "copy", version, form));
    navigate(pathTo("campaigns", {}, copy.campaign.id));
    return null;
  };
  const sending = createSending((error) => {
    if (!isProblem(error, "campaign.notReady")) return null;
    props.onFaults(error.errors);
    return { trouble: describeError(error, w, m) };
  });
  return (
    <div class="push campaign-moves">
      <For each={props.view.moves}>
        {(move, i) => (
          <button
            type="button"
            class="button"
            classList={{ main: i() === 0 && move === "open", quiet: move === "copy" }}
            onClick={() => setAsked(move)}
          >
            {w(`campaigns.move.${move}`)}
          </button>
        )}
      </For>
      <FormDialog
        open={asked() !== null}
        title={asked() ? `${w(`campaigns.move.${asked() ?? "open"}`)}: ${campaign().name}` : ""}
        sending={sending}
        onSend={send}
        action={w(`campaigns.move.${asked() ?? "open"}`)}
        blocked={isBlocked()}
        onClose={close}
      >
        <Switch>
          <Match when={asked() === "open"}>
            <OpeningNotes view={props.view} />
          </Match>
          <Match when={asked() === "close"}>
            <p>{w("campaigns.close.says", { closes: writeDay(campaign().closesOn) })}</p>
          </Match>
          <Match when={asked() === "evaluate"}>
            <p>{w("campaigns.evaluate.says", { year: campaign().year })}</p>
            <DayField pointer="/on" label={w("campaigns.evaluate.on")} value={on()} onInput={setOn} />
          </Match>
          <Match when={asked() === "copy"}>
            <p>{w("campaigns.copy.says")}</p>
            <NumberField
              pointer="/copy/year"
              label={w("campaigns.copy.year")}
              year
              value={year()}
              onInput={setYear}
            />
          </Match>
        </Switch>
        <Show when={isBlocked()}>
          <p class="trouble">{w("campaigns.saveFirst")}</p>
        </Show>
      </FormDialog>
    </div>
  );
}

function OpeningNotes(props: { view: CampaignView }): JSX.Element {
  const { w } = useWords();
  const campaign = () => props.view.campaign;
  const opens = () => writeDay(campaign().opensOn);
  const closes = () => writeDay(campaign().closesOn);
  const figures = () => {
    const { organisations, hamlets } = campaign().participation;
    return [
      organisations === null ? "" : `${w("campaigns.participation.organisations")} ${organisations}`,
      hamlets === null ? "" : `${w("campaigns.participation.hamlets")} ${hamlets}`,
    ]
      .filter(Boolean)
      .join("; ");
  };
  return (
    <>
      <p>
        {campaign().state === "closed"
          ? w("campaigns.open.again", { closes: closes() })
          : w("campaigns.open.says", {
              opens: opens(),
              closes: closes(),
              count: campaign().receives.length,
            })}
      </p>
      <ul>
        <li>{w("campaigns.open.soon")}</li>
        <Show when={figures()}>
          {(words) => <li>{w("campaigns.open.declares", { year: campaign().year, figures: words() })}</li>}
        </Show>
        <Show when={campaign().councils.length === 0}>
          <li class="bad-text">{w("campaigns.open.noCouncil")}</li>
        </Show>
        <Show when={campaign().rubric === null}>
          <li>{w("campaigns.open.noRubric")}</li>
        </Show>
      </ul>
    </>
  );
}
