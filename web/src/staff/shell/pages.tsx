import { createLoad, FailureNote } from "../parts/loading.tsx";
import "./staff.css";
import "../dossiers/dossier-list.css";
import "../dossiers/dossier.css";
import "../dossiers/panes.css";
import "../parts/dialog.css";
import "../dashboard/board.css";
import "../dossiers/paper/paper.css";
import "../dossiers/register.css";
import "./print.css";
import "../parts/entry.css";
import { type Component, createMemo, For, Match, Show, Switch } from "solid-js";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { useLocation } from "../../router.ts";
import { watch } from "../../watch.ts";
import { ActivitiesPage } from "../activities/activities-page.tsx";
import { ModelsPage } from "../activities/models/models-page.tsx";
import { ReplicationsPage } from "../activities/replications/replications-page.tsx";
import { CampaignsPage } from "../campaigns/campaigns-page.tsx";
import { AwardsPage } from "../commendation/awards-page.tsx";
import { BlocsPage } from "../commendation/blocs/blocs-page.tsx";
import { CommendationsPage } from "../commendation/commendations-page.tsx";
import { NominationsPage } from "../commendation/nominations/nominations-page.tsx";
import { Dashboard } from "../dashboard/dashboard.tsx";
import { CouncilQueue } from "../dossiers/council-queue.tsx";
import { Inbox } from "../dossiers/inbox.tsx";
import { PaperEntry } from "../dossiers/paper/entry.tsx";
import { Register } from "../dossiers/register.tsx";
import { DeclaredPage } from "../figures/declared-page.tsx";
import { WorkbooksPage } from "../jobs/workbooks/workbooks-page.tsx";
import { type AddressedPage, pathTo, readAddress, type StaffAddress } from "../parts/address.ts";
import { endSession, isProblem, readSession } from "../parts/api.ts";
import { administeredUnits, readUnits, reviewedUnits, servedCouncils } from "../parts/grants.ts";
import { inputMemory } from "../parts/input-memory.ts";
import { SessionProvider, useSession } from "../parts/session.tsx";
import { PeoplePage } from "../people/people-page.tsx";
import { ReportsPage } from "../reports/reports-page.tsx";
import { ReportRequestsPage } from "../reports/requests/requests-page.tsx";
import { ReportRunsPage } from "../reports/runs/runs-page.tsx";
import { UnitsPage } from "../units/units-page.tsx";
import { useWords } from "../words/words.ts";
import { SignIn } from "./sign-in.tsx";
import "../../words/rules-vi.ts";
import "../../public/form/words/vi.ts";
import { Button } from "../../button.tsx";

export function StaffPages() {
  const { w } = useWords();
  const session = createLoad(
    () => "session",
    () => readSession(),
  );
  return (
    <div class="staff">
      <Switch>
        <Match when={session.data()}>
          {(view) => (
            <SessionProvider session={view()}>
              <StaffArea />
            </SessionProvider>
          )}
        </Match>
        <Match when={isProblem(session.failure(), "session.missing")}>
          <SignIn />
        </Match>
        <Match when={session.failure()}>
          {(failure) => <FailureNote failure={failure()} onRetry={() => void session.reload()} />}
        </Match>
        <Match when={true}>
          <p class="soft busy">{w("load.busy")}</p>
        </Match>
      </Switch>
    </div>
  );
}

const pages: Record<StaffAddress["page"], Component<{ id: string | null }>> = {
  dashboard: Dashboard,
  inbox: Inbox,
  register: Register,
  council: CouncilQueue,
  paper: PaperEntry,
  declared: DeclaredPage,
  activities: ActivitiesPage,
  models: ModelsPage,
  replications: ReplicationsPage,
  commendations: CommendationsPage,
  awards: AwardsPage,
  blocs: BlocsPage,
  nominations: NominationsPage,
  workbooks: WorkbooksPage,
  campaigns: CampaignsPage,
  people: PeoplePage,
  units: UnitsPage,
  reports: ReportsPage,
  reportRequests: ReportRequestsPage,
  reportRuns: ReportRunsPage,
  unknown: UnknownPage,
};

function UnknownPage() {
  const { w } = useWords();
  return (
    <section class="note">
      <h1>{w("page.unknown")}</h1>
      <a href={pathTo("dashboard")}>{w("page.toDashboard")}</a>
    </section>
  );
}

function StaffArea() {
  const location = useLocation();
  const address = createMemo(() => readAddress(location.pathname));
  const page = createMemo(() => address().page);
  const id = createMemo(() => {
    const here = address();
    return "id" in here ? here.id : null;
  });
  return (
    <>
      <StaffNav page={page()} />
      <Show when={page()} keyed>
        {(name) => {
          const Page = pages[name];
          return <Page id={id()} />;
        }}
      </Show>
    </>
  );
}

const tabOf = {
  reportRequests: "reports",
  reportRuns: "reports",
  models: "activities",
  replications: "activities",
  awards: "commendations",
  blocs: "commendations",
  nominations: "commendations",
} as const;
type StaffPage = Exclude<AddressedPage, keyof typeof tabOf>;

const offers: Record<StaffPage, (session: SessionView) => boolean> = {
  dashboard: () => true,
  inbox: (session) => readUnits(session).length > 0,
  register: (session) => readUnits(session).length > 0,
  council: (session) => servedCouncils(session).length > 0,
  paper: (session) => reviewedUnits(session).length > 0,
  activities: (session) => readUnits(session).length > 0,
  declared: (session) => readUnits(session).length > 0,
  commendations: (session) => readUnits(session).length > 0,
  workbooks: (session) => readUnits(session).length > 0,
  reports: (session) => readUnits(session).length > 0,
  campaigns: (session) => administeredUnits(session).length > 0,
  people: (session) => administeredUnits(session).length > 0,
  units: () => true,
};

const pagesOf = (session: SessionView) =>
  (Object.keys(offers) as StaffPage[]).filter((page) => offers[page](session));

function StaffNav(props: { page: string }) {
  const { w } = useWords();
  const entry = () =>
    Object.hasOwn(tabOf, props.page) ? tabOf[props.page as keyof typeof tabOf] : props.page;
  const { session, call } = useSession();
  const signOut = async () => {
    const { signOut: address } = await call(endSession);
    inputMemory.keepOnly(null);
    window.location.assign(address);
  };
  let nav: HTMLElement | undefined;
  // On phones the navigation scrolls; scroll to the current page's link.
  watch(entry, () =>
    nav
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ inline: "center", block: "nearest", behavior: "instant" }),
  );
  return (
    <div class="staff-bar">
      <nav ref={nav} aria-label={w("nav.label")}>
        <ul>
          <For each={pagesOf(session())}>
            {(page) => (
              <li>
                <a href={pathTo(page)} aria-current={page === entry() ? "page" : undefined}>
                  {w(`nav.${page}`)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <p class="who">
        <span class="soft">
          <span class="visually-hidden">{w("nav.signedInAs")}</span> {session().name}
        </span>
        <Button class="small" label={w("nav.signOut")} onClick={() => void signOut()} />
      </p>
    </div>
  );
}
