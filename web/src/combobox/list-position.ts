/** The gap to the edge of what can be seen, and the lowest list that one can still choose from; in CSS pixels. */
const gap = 8;
const lowest = 150;
const highest = 340;
/** Where the field goes when there is too little room below it. */
const fromTop = 56;

/**
 * Keeps a list below its field within what can be seen, also above the keyboard of a phone. Where there is too little room, the page is
 * scrolled once so that there is. Returns what ends it.
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
  // The keyboard comes up after the field has the focus.
  seen?.addEventListener("resize", place);
  window.addEventListener("scroll", fit, { passive: true });
  return () => {
    seen?.removeEventListener("resize", place);
    window.removeEventListener("scroll", fit);
  };
}
