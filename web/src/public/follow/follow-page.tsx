import { createSignal, Match, onCleanup, onMount, Switch } from "solid-js";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { ProblemError } from "../../api.ts";
import { explainProblem } from "../../failure-words.ts";
import { useText } from "../../language.tsx";
import { lazyComponent } from "../../lazy-component.ts";
import { usePageTitle } from "../../page-title.ts";
import { useLocation, useNavigate } from "../../router.ts";
import { readDossier } from "./api.ts";
import { FollowForm } from "./follow-form.tsx";
import { keepDossier } from "./kept-dossiers.ts";
import { type DossierLink, faultOfLink, pageOfLink, readDossierLink } from "./links.ts";
import "../../styles/sheet.css";
import "./follow.css";
import "../../words/rules-vi.ts";
import "./words/vi.ts";
import { FailureNotice } from "./failure-notice.tsx";

const DossierView = lazyComponent(() => import("./dossier-view.tsx"), "DossierView");

function focusHeading(): void {
  queueMicrotask(() => document.querySelector<HTMLElement>(".follow h1")?.focus({ preventScroll: true }));
}

/** `/tra-cuu`: opens a dossier by key, link or list. */
export function FollowPage() {
  const text = useText();
  const { t } = text;
  usePageTitle(() => t("follow.title"));
  const navigate = useNavigate();
  const location = useLocation();
  const [link, setLink] = createSignal<DossierLink | null>(readDossierLink(location.hash));
  const [view, setView] = createSignal<InitiativeView | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);

  const tellBrokenLink = () => {
    const page = pageOfLink(window.location.hash);
    if (page) return navigate(page, { replace: true });
    const fault = faultOfLink(window.location.hash);
    if (fault) setFailure(t(`follow.link.${fault}`));
  };

  const load = async (wanted: DossierLink) => {
    setLink(wanted);
    setView(null);
    setFailure(null);
    try {
      const [found] = await Promise.all([
        readDossier(wanted.id, wanted.accessKey),
        DossierView.preload().catch(() => {
          throw new ProblemError("offline");
        }),
      ]);
      setView(found);
      focusHeading();
      keepDossier({ ...wanted, title: found.title, receivedAt: found.receivedAt ?? "" });
      navigate(`/tra-cuu#${wanted.id}.${wanted.accessKey}`, { replace: true, scroll: false });
    } catch (error) {
      setFailure(explainProblem(error, text, "follow.offline"));
    }
  };

  // Pasting a link into the address bar changes only the fragment.
  const openAnother = () => {
    const wanted = readDossierLink(window.location.hash);
    if (!wanted) return tellBrokenLink();
    if (wanted.id !== link()?.id || wanted.accessKey !== link()?.accessKey) void load(wanted);
  };
  onMount(() => {
    const wanted = link();
    if (wanted) void load(wanted);
    else tellBrokenLink();
    window.addEventListener("hashchange", openAnother);
    onCleanup(() => window.removeEventListener("hashchange", openAnother));
  });

  const leave = () => {
    setLink(null);
    setView(null);
    setFailure(null);
    navigate("/tra-cuu", { scroll: true });
    focusHeading();
  };

  return (
    <div class="sheet follow">
      <Switch>
        <Match when={view()}>
          {(found) => (
            <DossierView
              view={found()}
              accessKey={link()?.accessKey ?? ""}
              onChange={setView}
              onLeave={leave}
            />
          )}
        </Match>
        <Match when={link() && !failure()}>
          <h1 tabindex="-1">{t("follow.title")}</h1>
          <p role="status">{t("follow.loading")}</p>
        </Match>
        <Match when={true}>
          <h1 tabindex="-1">{t("follow.title")}</h1>
          <p>{t("follow.lead")}</p>
          <FailureNotice text={failure()} />
          <FollowForm given={link()} onOpen={load} />
        </Match>
      </Switch>
    </div>
  );
}
