/** When this page was last loaded anew for a missing file, so that it happens no more than once a minute. */
const storageKey = "renewed";

/**
 * After a release, a page that was open asks for files that are no longer there: it loads itself anew, with the address as it is. What is
 * typed is kept. Where the files are missing for another reason, as without a network, once is enough.
 */
export function reloadAfterRelease(): void {
  window.addEventListener("vite:preloadError", () => {
    try {
      const last = Number(sessionStorage.getItem(storageKey));
      if (!navigator.onLine || Date.now() - last < 60_000) return;
      sessionStorage.setItem(storageKey, String(Date.now()));
    } catch {
      // Nothing tells then whether it has been tried before.
      return;
    }
    window.location.reload();
  });
}
