import type { JSX } from "solid-js";
import { render } from "solid-js/web";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Replaces the prerendered page; keeps typed text and focus. Hydration would break on pages that an in-app browser has
 * changed.
 */
export function mountPage(page: () => JSX.Element): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no root");
  const typed = [...root.querySelectorAll<TextControl>("input[id], textarea[id]")]
    .filter(({ value }) => value !== "")
    .map(({ id, value }) => ({ id, value }));
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const selector = focused && selectorOf(focused);

  root.textContent = "";
  render(page, root);

  for (const { id, value } of typed) {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (selector) root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}

function selectorOf(element: Element): string | null {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute("href");
  return href ? `${element.tagName}[href="${CSS.escape(href)}"]` : null;
}
