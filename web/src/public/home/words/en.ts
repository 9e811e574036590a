import type { homeVi } from "./vi.ts";

export const homeEn: Record<keyof typeof homeVi, string> = {
  "home.title": "A better way of doing things? Send it, so that others can use it.",
  "home.lead":
    "A solution already applied or a new idea, by one person or many. Your unit reviews it, the council scores and recognises it, and others learn from it.",
  "home.submit": "Send an initiative",
  "home.resume": "Go on with what you began",
  "home.follow": "Follow what you sent",
  "home.campaign": "{name}: applications until {day}.",
  "home.next": "{name}: applications from {day}.",
  "home.late": "{name}: the last day is over; what comes before {until} is still accepted, and marked late.",
  "home.arriving":
    "Dossiers of the demonstration are being entered: {count} to go. Lists and figures are not complete until then.",
  "home.closed": "No campaign takes applications at the moment.",
  "home.failed": "The campaign could not be loaded. You can go on; please try again once you are online.",
  "home.steps": "From sending to recognition",
  "home.step1": "You send it",
  "home.step1.text":
    "Fill in the form on your phone, about 15 minutes. Your device keeps a draft. At the end you get a code.",
  "home.step2": "Your unit reviews it",
  "home.step2.text": "Where you work or live answers within a month: accepted, or what is still needed.",
  "home.step3": "The council recognises it",
  "home.step3.text": "It looks at novelty, fit, collective character, practicality and effect, and decides.",
  "home.step4": "Others apply it",
  "home.step4.text":
    "Authors of recognised initiatives are commended, and other places may apply what they did.",
  "home.need": "What you need",
  "home.need1": "Name, date of birth, workplace or residence of each author, and their shares.",
  "home.need2": "The day of first use or trial, if it has been applied.",
  "home.need3": "How it works, what it takes to apply it, and what it brings.",
  "home.paper": "No internet? Hand in the paper form at your unit; staff type it in and give you the code.",
};
