import type { shellVi } from "./vi.ts";

export const shellEn: Record<keyof typeof shellVi, string> = {
  "brand.name": "Đoàn kết sáng tạo",
  "brand.issuer": "A movement of the Vietnam Fatherland Front",
  "brand.staff": "For staff and councils",
  "shell.skip": "Skip to the content",
  "shell.nav": "Main",
  "shell.demo":
    "Demonstration: the units and campaign on this site are for trying only; nothing sent here is reviewed.",
  "shell.demo.label": "Demo",
  "shell.loading": "Loading…",
  "shell.proving": "Checking the device…",
  "shell.foot": "Anyone may send an initiative. No account is needed.",
  "shell.staff": "Staff sign-in",
  "waiting.title": "Waiting for a network, will be sent by itself",
  "waiting.sent": "What waited for a network has been sent. See the receipt",
  "nav.submit": "Submit",
  "nav.follow": "Follow",
};
