/** When this page was last loaded anew for a missing file, so that it happens no more than once a minute. */
const renewedKept = "renewed";

/**
 * After a release, a page that was open asks for files that are no longer there: it loads itself anew, with the address as it is. What is
 * typed is kept. Where the files are missing for another reason, as without a network, once is enough.
 */
export function renewAfterRelease(): void {
  window.addEventListener("vite:preloadError", () => {
    try {
      const last = Number(sessionStorage.getItem(renewedKept));
      if (!navigator.onLine || Date.now() - last < 60_000) return;
      sessionStorage.setItem(renewedKept, String(Date.now()));
    } catch {
      // Nothing tells then whether it has been tried before.
      return;
    }
    window.location.reload();
  });
}
