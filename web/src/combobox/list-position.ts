/** Lengths in CSS pixels. */
const gap = 8;
const minimumHeight = 150;
const maximumHeight = 340;
const scrollMargin = 56;

/** Fits the list between its field and the on-screen keyboard. Returns a cleanup function. */
export function positionList(field: HTMLElement, list: HTMLElement): () => void {
  const viewport = window.visualViewport;
  const bottom = () => (viewport ? viewport.offsetTop + viewport.height : window.innerHeight);
  const room = () => bottom() - field.getBoundingClientRect().bottom - gap;
  const fit = () =>
    list.style.setProperty("max-height", `${Math.max(minimumHeight, Math.min(maximumHeight, room()))}px`);
  const position = () => {
    if (room() < minimumHeight) window.scrollBy({ top: field.getBoundingClientRect().top - scrollMargin });
    fit();
  };
  position();
  // The on-screen keyboard opens after the field gets focus.
  viewport?.addEventListener("resize", position);
  window.addEventListener("scroll", fit, { passive: true });
  return () => {
    viewport?.removeEventListener("resize", position);
    window.removeEventListener("scroll", fit);
  };
}
