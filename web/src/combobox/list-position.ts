/** CSS pixels. */
const gap = 8;
const lowest = 150;
const highest = 340;
const fromTop = 56;

/**
 * Fits the list between its field and the on-screen keyboard; scrolls once if there is too little room. Returns a
 * cleanup function.
 */
export function positionList(field: HTMLElement, list: HTMLElement): () => void {
  const seen = window.visualViewport;
  const bottom = () => (seen ? seen.offsetTop + seen.height : window.innerHeight);
  const room = () => bottom() - field.getBoundingClientRect().bottom - gap;
  const fit = () => list.style.setProperty("max-height", `${Math.max(lowest, Math.min(highest, room()))}px`);
  const place = () => {
    if (room() < lowest) window.scrollBy({ top: field.getBoundingClientRect().top - fromTop });
    fit();
  };
  place();
  // The on-screen keyboard opens after the focus.
  seen?.addEventListener("resize", place);
  window.addEventListener("scroll", fit, { passive: true });
  return () => {
    seen?.removeEventListener("resize", place);
    window.removeEventListener("scroll", fit);
  };
}
