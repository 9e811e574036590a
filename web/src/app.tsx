import { Match, Show, Switch } from "solid-js";
import { useText } from "./language.tsx";
import { lazyComponent } from "./lazy-component.ts";
import { useLocation } from "./router.ts";
import { Shell } from "./shell/shell.tsx";

const Home = lazyComponent(() => import("./public/home/home.tsx"), "Home");
const FormPage = lazyComponent(() => import("./public/form/form-page.tsx"), "FormPage");
const FollowPage = lazyComponent(() => import("./public/follow/follow-page.tsx"), "FollowPage");
const CoAuthorPage = lazyComponent(() => import("./public/follow/co-author-page.tsx"), "CoAuthorPage");
const StaffPages = lazyComponent(() => import("./staff/shell/pages.tsx"), "StaffPages");
const NotFound = lazyComponent(() => import("./shell/not-found/not-found.tsx"), "NotFound");

const lazyPages = new Map([
  ["", Home],
  ["gui", FormPage],
  ["tra-cuu", FollowPage],
  ["quan-tri", StaffPages],
]);

const partOf = (path: string) => path.split("/")[1] ?? "";

export async function preloadPage(path: string): Promise<void> {
  await lazyPages.get(partOf(path))?.preload();
}

/** A language change redraws the whole app. */
export function App() {
  const { language } = useText();
  const location = useLocation();
  const part = () => partOf(location.pathname);
  return (
    <Show when={language()} keyed>
      <Shell>
        <Switch fallback={<NotFound />}>
          <Match when={location.pathname === "/"}>
            <Home />
          </Match>
          <Match when={part() === "gui"}>
            <FormPage />
          </Match>
          <Match when={location.pathname === "/tra-cuu"}>
            <FollowPage />
          </Match>
          <Match when={location.pathname === "/tra-cuu/dong-tac-gia"}>
            <CoAuthorPage />
          </Match>
          <Match when={part() === "quan-tri"}>
            <StaffPages />
          </Match>
        </Switch>
      </Shell>
    </Show>
  );
}
