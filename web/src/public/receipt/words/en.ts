import type { receiptVi } from "./vi.ts";

export const receiptEn: Record<keyof typeof receiptVi, string> = {
  "receipt.download": "Download the receipt (PDF)",
  "receipt.waiting": "The receipt is being made; this usually takes a few seconds…",
  "receipt.ready": "The receipt is ready and being downloaded.",
  "receipt.late":
    "The receipt is not ready yet. Your application has been received; please try again in a few minutes.",
  "receipt.offline": "There is no network. Please try again when there is.",
  "lostKey.title": "Lost your key?",
  "lostKey.lead":
    "Enter the code and the address of mail you gave when sending. A new key is sent to that address, at most five times an hour. The old key works until the new link is first opened.",
  "lostKey.noMail":
    "If you gave no address, please go to the receiving unit with your identity papers; it will give you a new key.",
  "lostKey.email": "Address of mail",
  "lostKey.email.bad": "Enter an address of mail, such as name@example.vn.",
  "lostKey.failed": "The request was not sent. Please try again in a few minutes.",
  "lostKey.send": "Ask for a new key",
  "lostKey.sending": "Sending…",
  "lostKey.sent":
    "Your request has been noted. If code and address match an application, a message with a new key will arrive in a few minutes. If it does not, please look in the spam folder too.",
};
