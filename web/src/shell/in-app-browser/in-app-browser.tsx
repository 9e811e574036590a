import { createSignal, Show } from "solid-js";
import { createCopying } from "../../copying.ts";
import { useText } from "../../language.tsx";
import { useLocation } from "../../router.ts";
import "./words/vi.ts";

const isAndroid = () => /Android/i.test(navigator.userAgent);

/** Android intent to open the page (developer.chrome.com/docs/android/intents). */
function intentOf({ host, pathname, search, hash, protocol }: Location): string {
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};action=android.intent.action.VIEW;S.browser_fallback_url=${encodeURIComponent(`${protocol}//${host}${pathname}${search}${hash}`)};end`;
}

export function InAppBrowserNote() {
  const { t } = useText();
  const location = useLocation();
  const [shown, show] = createSignal(true);
  const { outcome, copy } = createCopying();
  return (
    <Show when={shown()}>
      <aside class="in-app no-print" aria-label={t("inApp.label")}>
        <p>{t("inApp.text")}</p>
        <p>{t(isAndroid() ? "inApp.how.android" : "inApp.how.other")}</p>
        <p class="in-app-actions">
          {/* Hidden for URLs with a fragment, because an intent loses the fragment. */}
          <Show when={isAndroid() && !location.hash}>
            <a class="button" href={intentOf(window.location)} rel="external">
              {t("inApp.open")}
            </a>
          </Show>
          <button type="button" class="button" onClick={() => copy(window.location.href)}>
            {t("inApp.copy")}
          </button>
          <button type="button" class="link-button" onClick={() => show(false)}>
            {t("inApp.close")}
          </button>
          <span role="status">
            <Show when={outcome()}>{(copied) => t(`inApp.${copied()}`)}</Show>
          </span>
        </p>
      </aside>
    </Show>
  );
}
