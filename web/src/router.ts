import { batch, createSignal } from "solid-js";
import { isServer } from "solid-js/web";
import { decodeLink } from "./pasted-links.ts";

/** Own router: the usual library would take a sixth of the first page's size limit. */
interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const readAddress = (): Address => {
  if (isServer) return { pathname: "/", search: "", hash: "" };
  restoreFragment();
  const { pathname, search, hash } = window.location;
  return { pathname: withoutSlash(pathname), search, hash };
};

/** Some programs encode `#` as `%23` in links. */
function restoreFragment(): void {
  const [path, fragment] = window.location.pathname.split(/%23(.*)/i);
  if (path && fragment !== undefined) window.history.replaceState(null, "", `${path}#${fragment}`);
}

function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

const start = readAddress();
const [pathname, setPathname] = createSignal(start.pathname);
const [search, setSearch] = createSignal(start.search);
const [hash, setHash] = createSignal(start.hash);

const address: Address = {
  get pathname() {
    return pathname();
  },
  get search() {
    return search();
  },
  get hash() {
    return hash();
  },
};

function setAddress(next: Address): void {
  batch(() => {
    setPathname(next.pathname);
    setSearch(next.search);
    setHash(next.hash);
  });
}

export const useLocation = (): Address => address;

export interface NavigateOptions {
  replace?: boolean;
  scroll?: boolean;
}

export const useNavigate = () => navigate;

function navigate(path: string, { replace = false, scroll = true }: NavigateOptions = {}): void {
  const target = new URL(path, window.location.href);
  if (target.href !== window.location.href)
    window.history[replace ? "replaceState" : "pushState"](null, "", target);
  setAddress(readAddress());
  if (scroll) scrollTo(target.hash);
}

function scrollTo(fragment: string): void {
  const target = fragment && document.getElementById(decodeLink(fragment.slice(1)));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
}

export function useSearchParams<Params extends Record<string, string>>(): [Partial<Params>] {
  const read = (_: object, name: string) => new URLSearchParams(search()).get(name) ?? undefined;
  return [new Proxy({}, { get: read as ProxyHandler<object>["get"] & typeof read }) as Partial<Params>];
}

/** Called by the build only. */
export function setPrerenderedPath(path: string): void {
  setAddress({ pathname: path, search: "", hash: "" });
}

export function startRouter(): void {
  window.addEventListener("popstate", () => setAddress(readAddress()));
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.target || link.relList.contains("external")) return;
    const { origin, pathname, search, hash } = new URL(link.href);
    if (link.hasAttribute("download") || origin !== window.location.origin) return;
    if (pathname.startsWith("/api/") || /\.\w+$/.test(pathname)) return;
    // The browser handles links within the page.
    if (hash && withoutSlash(pathname) === address.pathname && search === address.search) return;
    event.preventDefault();
    navigate(link.href);
  });
}
