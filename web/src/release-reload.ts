const storageKey = "renewed";

/** Reloads a page whose files were removed by a release, at most once a minute. */
export function reloadAfterRelease(): void {
  window.addEventListener("vite:preloadError", () => {
    try {
      const last = Number(sessionStorage.getItem(storageKey));
      if (!navigator.onLine || Date.now() - last < 60_000) return;
      sessionStorage.setItem(storageKey, String(Date.now()));
    } catch {
      // Without storage, nothing would stop a reload loop.
      return;
    }
    window.location.reload();
  });
}
