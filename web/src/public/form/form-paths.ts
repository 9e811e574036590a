export const sentSlug = "da-gui";
export const waitingSlug = "cho-mang";
export const continueSlug = "tiep-tuc";
export const readingSlug = "xem-lai";

/** Fragment of `/gui` that opens the latest draft at the step of its last input. */
export const resumeHash = "#viet-tiep";

export const sentPath = `/gui/${sentSlug}`;
/** The fragment lets a reload open the dossier without storage. */
export const sentPathFor = (unstored: { id: string; accessKey: string } | null): string =>
  unstored ? `${sentPath}#${unstored.id}.${unstored.accessKey}` : sentPath;

/** The fragment is the draft's id. */
export const readingPath = `/gui/${readingSlug}`;

export const waitingPath = `/gui/${waitingSlug}`;
