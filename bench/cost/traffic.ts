interface Assumed {
  value: number;
  why: string;
}

const assumed = (value: number, why: string): Assumed => ({ value, why });

/** Assumptions per initiative, unless stated otherwise. */
export const traffic = {
  visits: assumed(5, "the author reads, drafts, sends, and looks twice what became of it"),
  requestsAVisit: assumed(4, "open campaigns, units, a challenge; or the dossier by its code"),
  drafts: assumed(2, "saved behind a link by those who change devices"),
  attachments: assumed(2, "photos, or a scan of a confirmation"),
  attachmentMegabytes: assumed(0.4, "the page makes photos smaller"),
  inboxPages: assumed(3, "each of three members of staff opens a list once an initiative"),
  dossierReads: assumed(6, "the reviewer twice, three members of the council, the secretary"),
  dashboards: assumed(1, "figures of a unit, looked at once an initiative"),
  libraryPages: assumed(2, "the public reads two pages of the library"),
  letters: assumed(4, "received, accepted, proposed, recognised: where a mail address was left"),
  staffForEach: assumed(0.02, "a member of staff for fifty initiatives a year"),
  coldStarts: assumed(0.02, "of a hundred runs of a function two begin anew"),
  coldSeconds: assumed(0.6, "what `npm run bench` measures, doubled"),
  peak: assumed(0.35, "December's share of the year, when a campaign ends"),
  yearsKept: assumed(5, "initiatives and files of five years are kept"),
  receiptKilobytes: assumed(60, "a PDF of one page with a part of two faces"),
  logBytes: assumed(900, "a line of the function, one of the gateway, Lambda's own"),
  accessLogBytes: assumed(500, "a line a request to a bucket"),
} as const satisfies Record<string, Assumed>;
