import type { inAppVi } from "./vi.ts";

export const inAppEn: Record<keyof typeof inAppVi, string> = {
  "inApp.label": "Opened inside Zalo",
  "inApp.text":
    "This page is open inside Zalo. What you type is kept in this browser; to go on elsewhere, use the draft's link for continuing.",
  "inApp.how.android": "Your phone's own browser makes it easier to send files and print.",
  "inApp.how.other":
    "Better open it in your phone's own browser: tap the three dots at the top, then “Open in browser”.",
  "inApp.open": "Open in browser",
  "inApp.copy": "Copy the address",
  "inApp.copied": "Copied. Paste it into the browser.",
  "inApp.copyFailed": "The phone does not allow copying. Tap the three dots at the top.",
  "inApp.close": "Hide",
};
