import type { publishNameVi } from "./vi.ts";

export const publishNameEn: Record<keyof typeof publishNameVi, string> = {
  "publishName.title": "Publishing your name once recognised",
  "publishName.text":
    "I agree that my name is published with the title of the initiative, if the initiative is recognised.",
  "publishName.paper.text":
    "The authors have agreed in writing that their names are published with the title of the initiative, if it is recognised.",
  "publishName.hint":
    "Not required, and without influence on the examination. It can be taken back at any time on the follow-up page.",
  "publishName.others": "Each co-author answers by their own link; you agree for yourself alone.",
  "publishName.given": "Agreed to have the name published",
  "publishName.notGiven": "The name is not published",
  "publishName.since": "Agrees to have the name published since {at} (version {version})",
  "publishName.agree": "Let the name be published",
  "publishName.withdraw": "No longer publish the name",
  "publishName.agree.whom": "Let the name {name} be published",
  "publishName.withdraw.whom": "No longer publish the name {name}",
  "publishName.saved": "Noted.",
};
