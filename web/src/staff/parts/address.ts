import { decodeLink } from "../../pasted-links.ts";

export const staffBase = "/quan-tri";

/** Pages without a record id. The dashboard has no slug. */
const plainSlugs = {
  "nhap-ho-so": "paper",
  "so-lieu": "declared",
  "khen-thuong-qua-cac-nam": "awards",
  "khoi-thi-dua": "blocs",
  "de-nghi-khen-thuong": "nominations",
  "nhap-xuat": "workbooks",
} as const;

/** Pages with an optional record id. */
const recordSlugs = {
  "ho-so": "inbox",
  "so-tiep-nhan": "register",
  "hoi-dong": "council",
  "dot-phat-dong": "campaigns",
  "hoat-dong": "activities",
  "mo-hinh": "models",
  "nhan-rong": "replications",
  "khen-thuong": "commendations",
  "bao-cao": "reports",
  "yeu-cau-bao-cao": "reportRequests",
  "lan-lap-bao-cao": "reportRuns",
  "nhan-su": "people",
  "don-vi": "units",
} as const;

type PlainPage = "dashboard" | (typeof plainSlugs)[keyof typeof plainSlugs];
export type RecordPage = (typeof recordSlugs)[keyof typeof recordSlugs];
export type AddressedPage = PlainPage | RecordPage;

/** `id`: open record. */
export type StaffAddress = { page: PlainPage | "unknown" } | { page: RecordPage; id: string | null };

export function readAddress(pathname: string): StaffAddress {
  const [slug = "", id = "", ...more] = pathname.slice(staffBase.length).split("/").filter(Boolean);
  if (slug === "") return { page: "dashboard" };
  if (more.length > 0) return { page: "unknown" };
  if (Object.hasOwn(plainSlugs, slug))
    return { page: id === "" ? plainSlugs[slug as keyof typeof plainSlugs] : "unknown" };
  if (!Object.hasOwn(recordSlugs, slug)) return { page: "unknown" };
  const page = recordSlugs[slug as keyof typeof recordSlugs];
  return { page, id: id === "" ? null : decodeLink(id) };
}

/** Empty query values are left out. */
export function pathTo(
  page: AddressedPage,
  query: Record<string, string | number | null | undefined> = {},
  id: string | null = null,
): string {
  const slug = Object.entries({ ...plainSlugs, ...recordSlugs }).find(([, name]) => name === page)?.[0];
  const path = [staffBase, slug, id && encodeURIComponent(id)].filter(Boolean).join("/");
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value != null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
