/** Where a figure of the model comes from. */
type Assumed<T extends number = number> = { value: T; why: string };

const assumed = (value: number, why: string): Assumed => ({ value, why });

/**
 * How the system is used, for each initiative that is sent in unless said otherwise. All of it is assumed, with the reason beside it: nobody has counted yet. What is sent in comes within
 * a year; `peak` is December's share, when units send what they gathered.
 */
export const traffic = {
  visits: assumed(5, "the author reads, drafts, sends, and looks twice what became of it"),
  requestsAVisit: assumed(4, "open campaigns, units, a challenge; or the dossier by its code"),
  drafts: assumed(2, "saved behind a link by those who change devices"),
  attachments: assumed(2, "photos, or a scan of the unit's confirmation"),
  attachmentMegabytes: assumed(0.4, "the page makes photos smaller; half a PDF's usual size"),
  inboxPages: assumed(3, "each of three members of staff opens the list once an initiative"),
  dossierReads: assumed(6, "reviewer twice, council's members three times, secretary once"),
  dashboards: assumed(1, "figures of a unit, looked at once an initiative"),
  libraryPages: assumed(2, "the public reads a page of the library"),
  letters: assumed(4, "received, accepted, proposed, recognised; where a mail address was left"),
  staffForEach: assumed(0.02, "a member of staff for fifty initiatives a year; Khánh Hòa's 65 units"),
  staffAtLeast: assumed(200, "sixty-five units of a province, three people each"),
  coldStarts: assumed(0.02, "of a hundred runs of a function two begin anew"),
  coldSeconds: assumed(0.6, "measured by `npm run bench`, doubled for a slower processor"),
  peak: assumed(0.35, "December's share of the year: the campaign's end"),
  yearsKept: assumed(5, "initiatives of five years lie in the table"),
  receiptKilobytes: assumed(60, "a PDF of one page with the part of two faces that it uses"),
  logBytesARequest: assumed(900, "a line of the function, one of the gateway, and Lambda's own"),
  accessLogBytes: assumed(500, "a line a request to a bucket"),
} as const satisfies Record<string, Assumed>;
