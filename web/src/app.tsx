import { Route, Router } from "@solidjs/router";
import { lazy, Show } from "solid-js";
import { Home } from "./home/home.tsx";
import { useText } from "./language.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";

const FormPage = lazy(() => import("./form/form-page.tsx").then(({ FormPage }) => ({ default: FormPage })));
const FollowPage = lazy(() =>
  import("./follow/follow-page.tsx").then(({ FollowPage }) => ({ default: FollowPage })),
);
const StaffPages = lazy(() =>
  import("./staff/pages.tsx").then(({ StaffPages }) => ({ default: StaffPages })),
);

/** All pages. A change of language draws them anew: what is typed lies in the drafts. */
export function App() {
  const { language } = useText();
  return (
    <Show when={language()} keyed>
      <Router root={Shell}>
        <Route path="/" component={Home} />
        <Route path="/gui/*step" component={FormPage} />
        <Route path="/tra-cuu" component={FollowPage} />
        <Route path="/quan-tri/*rest" component={StaffPages} />
        <Route path="*" component={NotFound} />
      </Router>
    </Show>
  );
}
