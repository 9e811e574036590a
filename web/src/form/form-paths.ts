/** The pages of the form beside its steps: what was sent last, what waits to be sent, a draft behind a link. */
export const sentSlug = "da-gui";
export const waitingSlug = "cho-mang";
export const continueSlug = "tiep-tuc";

export const sentPath = `/gui/${sentSlug}`;
export const waitingPath = `/gui/${waitingSlug}`;
