/** The pages of the form beside its steps: what was sent last, what waits to be sent, a draft behind a link. */
export const sentSlug = "da-gui";
export const waitingSlug = "cho-mang";
export const continueSlug = "tiep-tuc";
export const readingSlug = "xem-lai";

export const sentPath = `/gui/${sentSlug}`;
/** The page of the receipt; for one that is not stored, with what opens the dossier in the fragment, so that a reload finds it. */
export const sentPathFor = (unstored: { id: string; accessKey: string } | null): string =>
  unstored ? `${sentPath}#${unstored.id}.${unstored.accessKey}` : sentPath;

/** What was typed, to be read; with a draft's id as its fragment. */
export const readingPath = `/gui/${readingSlug}`;

export const waitingPath = `/gui/${waitingSlug}`;
