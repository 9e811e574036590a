import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { useNavigate, useSearchParams } from "../../router.ts";
import { today } from "../../server-time.ts";
import { pathTo } from "../parts/address.ts";
import { SelectField } from "../parts/fields.tsx";
import { Choice, readYear } from "../parts/filters.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { administeredUnits } from "../parts/grants.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { NumberField } from "../parts/number-field.tsx";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { createCampaign, readCampaigns } from "./api.ts";
import { DaysLeft, StageTag } from "./stage-tag.tsx";
import { emptyCampaign, freeId } from "./typed-campaign.ts";

export function CampaignList() {
  const { w } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ year: string }>();
  const [creating, setCreating] = createSignal(false);
  const list = createLoad(() => "campaigns", readCampaigns);
  const all = () => list.data()?.campaigns ?? [];
  const year = () => (search.year === undefined ? null : readYear(search.year, 0));
  const shown = () => all().filter((campaign) => year() === null || campaign.year === year());
  const years = () => [...new Set(all().map((campaign) => campaign.year))];
  usePageTitle(() => w("nav.campaigns"));
  return (
    <>
      <div class="head-row">
        <h1>{w("nav.campaigns")}</h1>
        <Show when={years().length > 1 || year() !== null}>
          <Choice
            label={w("list.year")}
            options={[
              { value: "", name: w("campaigns.allYears") },
              ...years().map((each) => ({ value: String(each), name: String(each) })),
            ]}
            value={String(year() ?? "")}
            onChoose={(chosen) => navigate(pathTo("campaigns", { year: chosen }))}
          />
        </Show>
        <Button class="main push" label={w("campaigns.new")} onClick={() => setCreating(true)} />
      </div>
      <p class="soft">{w("campaigns.lead")}</p>
      <Loaded of={list}>
        {(view) => (
          <Show
            when={shown().length > 0}
            fallback={
              <p class="note">
                {year() === null ? w("campaigns.none") : w("campaigns.noneOfYear", { year: year() ?? "" })}
              </p>
            }
          >
            <PlainTable
              caption={w("campaigns.caption", { count: shown().length })}
              rows={shown()}
              columns={[
                {
                  head: w("campaigns.field.name"),
                  cell: ({ id, name }) => <a href={pathTo("campaigns", {}, id)}>{name}</a>,
                },
                { head: w("list.unit"), class: "line", cell: ({ unit }) => unit.name },
                {
                  head: w("campaigns.stage"),
                  cell: (campaign) => (
                    <>
                      <StageTag stage={campaign.stage} />
                      <Show when={campaign.demo}>
                        <span class="tag plain">{w("demo.tag")}</span>
                      </Show>
                    </>
                  ),
                },
                {
                  head: w("campaigns.dates"),
                  class: "line",
                  cell: (campaign) => (
                    <>
                      <span class="nowrap">
                        {writeDay(campaign.opensOn)}–{writeDay(campaign.closesOn)}
                      </span>{" "}
                      <DaysLeft {...campaign} today={view().today} />
                    </>
                  ),
                },
                {
                  head: w("campaigns.section.units"),
                  class: "n",
                  label: true,
                  cell: ({ receives }) => receives,
                },
                {
                  head: w("campaigns.section.councils"),
                  class: "n",
                  label: true,
                  cell: ({ councils }) => councils,
                },
              ]}
            />
          </Show>
        )}
      </Loaded>
      <NewCampaign
        open={creating()}
        taken={all().map(({ id }) => id)}
        thisYear={Number((list.data()?.today ?? today()).slice(0, 4))}
        onClose={() => setCreating(false)}
      />
    </>
  );
}

function NewCampaign(props: { open: boolean; taken: string[]; thisYear: number; onClose: () => void }) {
  const { w } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const units = () => administeredUnits(session());
  const [chosen, setChosen] = createStore({ unit: "", year: 0 });
  const sending = createSending();
  const unit = () => chosen.unit || units()[0]?.id || "";
  const year = () => chosen.year || props.thisYear;
  const make = async () => {
    const id = freeId(unit(), year(), props.taken);
    const form = emptyCampaign(unit(), year(), w("campaigns.newName", { year: year() }));
    const view = await call(() => createCampaign(id, form));
    navigate(pathTo("campaigns", {}, view.campaign.id));
  };
  return (
    <FormDialog
      open={props.open}
      title={w("campaigns.new")}
      sending={sending}
      onSend={make}
      action={w("campaigns.create")}
      onClose={props.onClose}
    >
      <div class="entry-grid">
        <SelectField
          class="wide"
          pointer="/new/unit"
          label={w("campaigns.newFor")}
          options={units().map(({ id, name }) => ({ value: id, name }))}
          value={unit()}
          onInput={(id) => setChosen("unit", id)}
        />
        <NumberField
          pointer="/new/year"
          label={w("list.year")}
          year
          value={year()}
          onInput={(value) => setChosen("year", value ?? 0)}
        />
      </div>
      <p class="soft">{w("campaigns.notPublic")}</p>
    </FormDialog>
  );
}
