import type { Dialog, Page, Request } from "playwright-core";

/** A control as it stands on a page: where to press it, and the kind that it is an example of. */
interface Control {
  kind: string;
  shell: boolean;
  x: number;
  y: number;
}

/** How a pointer presses: a mouse at the desk, a finger on a phone. */
export type Pointer = "mouse" | "touch";

/** Runs in the page before its own scripts: counts all that a press may change there. */
function watchPage() {
  const effects: string[] = [];
  const note = (what: string) => {
    effects.push(what);
  };
  const begin = () => {
    new MutationObserver((records) => {
      // Where a press lands may show itself by a class or a style alone; that helps nobody.
      if (records.some(({ type, attributeName }) => type !== "attributes" || attributeName !== "class"))
        note("dom");
    }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    document.addEventListener("focusin", ({ target }) => {
      // A button takes the focus by being pressed; that alone does nothing for anybody.
      const own = document.querySelector("[data-pressed]");
      const isField = target instanceof Element && target.matches("input, select, textarea");
      if (isField || !own || !(target instanceof Node) || !own.contains(target)) note("focus");
    });
    for (const event of ["input", "change", "toggle"])
      document.addEventListener(event, () => note(event), true);
  };
  if (document.documentElement) begin();
  else document.addEventListener("readystatechange", begin, { once: true });
  const clipboard = navigator.clipboard;
  if (clipboard) clipboard.writeText = async () => note("clipboard");
  window.print = () => note("print");
  Object.assign(window, { pressed: effects });
}

/** Runs in the page: every control that can be seen and used, one a kind. Rows of a list count as one kind. */
function listControls(inside: string): Control[] {
  const wanted =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=tab], [role=switch]";
  const nameOf = (element: Element) =>
    (
      element.getAttribute("aria-label") ??
      (element as HTMLInputElement).labels?.[0]?.textContent ??
      element.textContent ??
      ""
    )
      .replace(/[\s\d./–-]+/g, " ")
      .trim()
      .slice(0, 60);
  const found = new Map<string, Control>();
  for (const element of document.querySelectorAll(`${inside} :is(${wanted})`)) {
    // What is chosen already, as the page or the order of a list, need do nothing.
    if (element.matches(":disabled, [aria-disabled=true], [aria-current=page], [aria-sort] > button"))
      continue;
    if (element instanceof HTMLAnchorElement && element.href === location.href) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // A press beside a checkbox lands on its label; one of 1 px is reached by nothing else.
    const target =
      element.getBoundingClientRect().width < 4
        ? ((element as HTMLInputElement).labels?.[0] ?? element)
        : element;
    const repeated = element.closest("tbody tr, li, [role=option], dd");
    const shell = element.closest("header, footer, nav") !== null && !element.closest("main, dialog");
    const kind = [
      element.tagName.toLowerCase(),
      element.getAttribute("type") ?? element.getAttribute("role") ?? "",
      repeated ? `${repeated.parentElement?.className}/${element.className}` : nameOf(element),
    ].join(" ");
    if (found.has(kind)) continue;
    target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = (target.getClientRects()[0] ??
      target.getBoundingClientRect()) as DOMRect;
    // A link that is shown on focus alone stands outside the page.
    if (width < 2 || height < 2 || top + scrollY + height <= 0 || left + scrollX + width <= 0) continue;
    found.set(kind, { kind, shell, x: left + width / 2, y: top + height / 2 });
    target.setAttribute("data-control", kind);
  }
  return [...found.values()];
}

/** Puts the middle of the control into view and tells where it is now, or null where it is gone. */
function locate(kind: string): { x: number; y: number } | null {
  const target = document.querySelector(`[data-control="${CSS.escape(kind)}"]`);
  if (!target) return null;
  target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  for (const before of document.querySelectorAll("[data-pressed]")) before.removeAttribute("data-pressed");
  target.setAttribute("data-pressed", "");
  (document.activeElement as HTMLElement | null)?.blur?.();
  const { left, top, width, height } = (target.getClientRects()[0] ??
    target.getBoundingClientRect()) as DOMRect;
  return { x: left + width / 2, y: top + height / 2 };
}

const hasDialog = () => document.querySelector("dialog[open]") !== null;

export async function watchControls(page: Page): Promise<void> {
  await page.addInitScript(watchPage);
}

export interface Walk {
  page: Page;
  pointer: Pointer;
  /** Opens the page anew and waits until it shows what it has. */
  open: () => Promise<void>;
  /** Waits until what was asked for has come and is drawn. */
  settle: () => Promise<void>;
  /** The kinds that were pressed before, of this page and of the shell around every page. */
  pressed: Set<string>;
  /** True for a control that ends the walk, as signing out does. */
  leave?: (kind: string) => boolean;
}

/**
 * Presses one control of each kind on a page, and one of each in the dialogs that open, and returns the kinds whose press caused nothing: no
 * request, no change of address, of the page's content, of focus or of the clipboard, no new window, download or print.
 */
export async function findDeadControls(walk: Walk): Promise<string[]> {
  const { page, pressed } = walk;
  const dead: string[] = [];
  const reopen = async () => {
    await walk.open();
    return page.evaluate(listControls, "body");
  };
  /** By the browser's own way, which is quicker than opening the page anew; where that leads elsewhere, anew. */
  const goBack = async () => {
    await page.goBack();
    await walk.settle();
    if (page.url() === start) await page.evaluate(listControls, "body");
    else await reopen();
  };
  /** By its key, which is quicker than opening the page anew. Returns false where that does not lead to the page, which is opened anew then. */
  const closeDialog = async () => {
    await page.keyboard.press("Escape");
    await walk.settle();
    const closed = page.url() === start && !(await page.evaluate(hasDialog));
    if (closed) await page.evaluate(listControls, "body");
    else await reopen();
    return closed;
  };
  const controls = await reopen();
  const start = page.url();
  /** True after a dialog was closed, since it may have changed the page that the next press needs. */
  let closedDialog = false;
  const isNew = ({ kind }: Control) => !pressed.has(kind) && !controls.some((known) => known.kind === kind);
  for (let n = 0; n < controls.length; n++) {
    const { kind } = controls[n] as Control;
    if (pressed.has(kind) || walk.leave?.(kind)) continue;
    pressed.add(kind);
    let effect = await press(walk, kind);
    if (effect === "gone" || (effect === "nothing" && closedDialog)) {
      await reopen();
      closedDialog = false;
      effect = await press(walk, kind);
    }
    if (effect === "nothing") dead.push(kind);
    // What a summary opens is pressed while it is open.
    if (effect === "here" && kind.startsWith("summary"))
      controls.splice(n + 1, 0, ...(await page.evaluate(listControls, "body")).filter(isNew));
    const opened = await page.evaluate(hasDialog);
    if (opened) dead.push(...(await pressInDialog(walk)));
    if (opened) closedDialog = await closeDialog();
    else if (effect === "away") await goBack();
  }
  return dead;
}

/** Presses what an open dialog offers, its closing buttons last by nature: once it has closed, the rest is left. */
async function pressInDialog(walk: Walk): Promise<string[]> {
  const dead: string[] = [];
  for (const { kind } of await walk.page.evaluate(listControls, "dialog[open]")) {
    if (walk.pressed.has(kind)) continue;
    walk.pressed.add(kind);
    if (!(await walk.page.evaluate(hasDialog))) break;
    if ((await press(walk, kind)) === "nothing") dead.push(`in a dialog: ${kind}`);
  }
  return dead;
}

type Effect = "nothing" | "gone" | "here" | "away";

/** Presses a control, and where nothing came of it once more: the page may have moved under the pointer. */
async function press(walk: Walk, kind: string): Promise<Effect> {
  const effect = await pressOnce(walk, kind);
  if (effect !== "nothing") return effect;
  await walk.settle();
  return pressOnce(walk, kind);
}

async function pressOnce({ page, pointer }: Walk, kind: string): Promise<Effect> {
  const place = await page.evaluate(locate, kind);
  if (!place) return "gone";
  let beyond = 0;
  const count = () => {
    beyond++;
  };
  const request = (sent: Request) => {
    if (!sent.url().startsWith("data:")) count();
  };
  // Whatever asks in a window of the browser's own is answered with no.
  const dialog = (asked: Dialog) => {
    count();
    void asked.dismiss();
  };
  page.on("request", request).on("popup", count).on("download", count).on("filechooser", count);
  page.on("dialog", dialog);
  const saved = (await page.evaluate(() => document.querySelector("a[data-pressed][download]") !== null))
    ? page.waitForEvent("download").catch(() => null)
    : null;
  const before = page.url();
  await page.evaluate(() => {
    (window as unknown as { pressed: string[] }).pressed.length = 0;
  });
  if (pointer === "touch") await page.touchscreen.tap(place.x, place.y);
  else await page.mouse.click(place.x, place.y);
  const effects = await page
    .evaluate(async () => {
      // Two frames: what a press starts has been drawn by then.
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...(window as unknown as { pressed: string[] }).pressed];
    })
    .catch(() => ["address"]);
  await saved;
  page.off("request", request).off("popup", count).off("download", count).off("filechooser", count);
  page.off("dialog", dialog);
  if (page.url() !== before) return "away";
  return beyond > 0 || effects.length > 0 ? "here" : "nothing";
}
