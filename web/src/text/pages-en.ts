import type { pagesVi } from "./pages-vi.ts";

/** The same words in English. */
export const pagesEn: Record<keyof typeof pagesVi, string> = {
  "brand.name": "Đoàn kết sáng tạo",
  "brand.issuer": "A movement of the Vietnam Fatherland Front",
  "brand.staff": "For staff and councils",
  "shell.skip": "Skip to the content",
  "shell.nav": "Main",
  "shell.demo":
    "Demonstration: the units and campaign on this site are for trying only; nothing sent here is reviewed.",
  "shell.demo.label": "Demonstration",
  "shell.loading": "Loading…",
  "shell.foot": "Anyone may send an initiative. No account is needed.",
  "shell.staff": "Staff sign-in",
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
  "nav.submit": "Submit",
  "nav.follow": "Follow",
  "notFound.title": "There is no such page",
  "notFound.text": "The address may have been mistyped, or the page has moved.",
  "notFound.home": "To the first page",
};
