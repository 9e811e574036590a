import { Show } from "solid-js";
import { usePageTitle } from "../../page-title.ts";
import { useLocation, useSearchParams } from "../../router.ts";
import { signInAddress } from "../parts/api.ts";
import { useWords } from "../words/words.ts";

const refusals = ["signIn.unknown", "signIn.deactivated", "signIn.unused"] as const;

export function SignIn() {
  const { w } = useWords();
  usePageTitle(() => w("signIn.title"));
  const location = useLocation();
  const [search] = useSearchParams<{ signIn: string }>();
  const backTo = () => {
    const query = new URLSearchParams(location.search);
    query.delete("signIn");
    return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
  };
  return (
    <section class="sign-in">
      <h1>{w("signIn.title")}</h1>
      <Show when={search.signIn}>
        {(outcome) => (
          <p class="note bad" role="alert">
            {w(refusals.find((refusal) => refusal === `signIn.${outcome()}`) ?? "signIn.failed")}
          </p>
        )}
      </Show>
      <p>{w("signIn.lead")}</p>
      {/* Full page load: the API handles this URL, not the router. */}
      <a class="button main" href={signInAddress(backTo())} rel="external">
        {w("signIn.button")}
      </a>
      <p class="soft">
        {w("signIn.public")} <a href="/gui">{w("signIn.toSubmit")}</a> ·{" "}
        <a href="/tra-cuu">{w("signIn.toFollow")}</a>
      </p>
    </section>
  );
}
