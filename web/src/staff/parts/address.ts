import { decodeLink } from "../../pasted-links.ts";

export const staffBase = "/quan-tri";

const slugs = {
  "ho-so": "inbox",
  "so-tiep-nhan": "register",
  "hoi-dong": "council",
  "nhap-ho-so": "paper",
  "dot-phat-dong": "campaigns",
  "so-lieu": "declared",
  "nhap-xuat": "workbooks",
  "bao-cao": "reports",
  "yeu-cau-bao-cao": "reportRequests",
  "lan-lap-bao-cao": "reportRuns",
  "nhan-su": "people",
  "don-vi": "units",
} as const;

export type RecordPage =
  | "inbox"
  | "register"
  | "council"
  | "campaigns"
  | "people"
  | "units"
  | "reports"
  | "reportRequests"
  | "reportRuns";

/** `id`: record that is open on the page. */
export type StaffAddress =
  | { page: "dashboard" | "paper" | "declared" | "workbooks" | "unknown" }
  | { page: RecordPage; id: string | null };

/** Parses a path; ignores a trailing slash. */
export function readAddress(pathname: string): StaffAddress {
  const [slug = "", id = "", ...more] = pathname.slice(staffBase.length).split("/").filter(Boolean);
  if (slug === "") return { page: "dashboard" };
  const page = Object.hasOwn(slugs, slug) ? slugs[slug as keyof typeof slugs] : null;
  if (page === null || more.length > 0) return { page: "unknown" };
  if (page === "paper" || page === "declared" || page === "workbooks")
    return { page: id === "" ? page : "unknown" };
  return { page, id: id === "" ? null : decodeLink(id) };
}

/** Path of a staff page; empty query values are left out. */
export function pathTo(
  page: "dashboard" | "paper" | "declared" | "workbooks" | RecordPage,
  query: Record<string, string | number | null | undefined> = {},
  id: string | null = null,
): string {
  const slug = Object.entries(slugs).find(([, name]) => name === page)?.[0];
  const path = [staffBase, slug, id && encodeURIComponent(id)].filter(Boolean).join("/");
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value != null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
