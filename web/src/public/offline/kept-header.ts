/** Set on an answer that the service worker has from earlier, since no network answered. */
export const keptHeader = "x-kept";
