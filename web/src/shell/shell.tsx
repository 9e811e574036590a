import { For, onCleanup, type ParentProps, Show, Suspense } from "solid-js";
import { isServer } from "solid-js/web";
import { openCampaigns } from "../campaigns.ts";
import { listOtherLanguages, setLanguage, useText } from "../language.tsx";
import { lazyComponent } from "../lazy-component.ts";
import { watchChanges } from "../watch.ts";
import { Ornament } from "./ornament.tsx";
import "./words/vi.ts";
import { useLocation } from "../router.ts";

const InAppBrowserNote = lazyComponent(
  () => import("./in-app-browser/in-app-browser.tsx"),
  "InAppBrowserNote",
);
const isZalo = !isServer && /\bZalo/i.test(navigator.userAgent);

export function Shell(props: ParentProps) {
  const { t } = useText();
  const location = useLocation();
  const isDemo = () => openCampaigns().campaigns?.some(({ demo }) => demo) ?? false;
  const isStaff = () => location.pathname.startsWith("/quan-tri");
  const current = (path: string) =>
    location.pathname === path || location.pathname.startsWith(`${path}/`) ? "page" : undefined;

  // After navigation, focus the new heading, which may load later.
  let moved = false;
  const focusHeading = () =>
    requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>("main h1[tabindex]");
      if (!moved || !heading) return;
      moved = false;
      heading.focus({ preventScroll: true });
    });
  watchChanges(
    () => location.pathname,
    () => {
      moved = true;
      focusHeading();
    },
  );
  const Loading = () => {
    onCleanup(focusHeading);
    return <p class="visually-hidden">{t("shell.loading")}</p>;
  };

  return (
    <>
      <a class="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header class="masthead">
        <div>
          <a class="brand" href="/">
            <Ornament />
            <span>
              {t("brand.name")}
              <Show when={isDemo()}>
                <span class="tag wait demo-tag">{t("shell.demo.label")}</span>
              </Show>
              <small>{t(isStaff() ? "brand.staff" : "brand.issuer")}</small>
            </span>
          </a>
          <nav aria-label={t("shell.nav")}>
            <Show when={!isStaff()}>
              <a href="/gui" aria-current={current("/gui")}>
                {t("nav.submit")}
              </a>
              <a href="/tra-cuu" aria-current={current("/tra-cuu")}>
                {t("nav.follow")}
              </a>
            </Show>
            <For each={listOtherLanguages()}>
              {({ code, name }) => (
                <button type="button" lang={code} onClick={() => setLanguage(code)}>
                  {name}
                </button>
              )}
            </For>
          </nav>
        </div>
      </header>
      <Show when={isZalo}>
        <Suspense>
          <InAppBrowserNote />
        </Suspense>
      </Show>
      <main class="page" id="main">
        <Suspense fallback={<Loading />}>{props.children}</Suspense>
      </main>
      <footer class="foot">
        <div>
          <p>{t("shell.foot")}</p>
          <a href="/quan-tri">{t("shell.staff")}</a>
        </div>
      </footer>
      <Show when={isDemo()}>
        <aside class="demo" aria-label={t("shell.demo.label")}>
          {t("shell.demo")}
        </aside>
      </Show>
    </>
  );
}
