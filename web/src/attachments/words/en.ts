import type { attachmentsVi } from "./vi.ts";

export const attachmentsEn: Record<keyof typeof attachmentsVi, string> = {
  "attachments.attached": "Attached files",
  "attachments.hint":
    "Pictures, drawings, tables of figures, if there are any. At most 5 files, 20 MB together: PDF, Word, Excel, pictures. Pictures are made smaller before they are sent.",
  "attachments.choose": "Choose files or take a photo",
  "attachments.more": "Add files",
  "attachments.preparing": "Preparing the file…",
  "attachments.sending": "Sending, {percent}%",
  "attachments.checking": "Sent, being checked for malware",
  "attachments.clean": "Sent and checked",
  "attachments.slow":
    "The check takes longer than usual. A file not checked after {hours} hours is not taken; the sender then sends it again on the page to follow.",
  "attachments.slow.form":
    "The check takes longer than usual. You can still send the application; the page to follow tells the outcome. A file not checked after {hours} hours is not taken; then send it again.",
  "attachments.refused.told": "{name} cannot be taken.",
  "attachments.passed.told": "{name} has been checked.",
  "attachments.replace": "Choose another file",
  "attachments.replace.what": "Choose another file in place of {name}",
  "attachments.edit": "Replace or remove files",
  "attachments.edit.title": "Replace or remove attached files",
  "attachments.edit.refusedOnly":
    "The council has the application, so only files that were not taken can be replaced or removed.",
  "attachments.edit.save": "Save the files",
  "attachments.edit.cancel": "Cancel",
  "attachments.edit.saved": "The files of the application have been saved.",
  "attachments.remove": "Remove",
  "attachments.remove.what": "Remove {name}",
  "attachments.retry": "Send again",
  "attachments.retry.what": "Send {name} again",
  "attachments.removed": "{name} was removed.",
  "attachments.done": "{name} has been sent.",
  "attachments.offline": "The network was lost on the way. The file goes on by itself when it is back.",
  "attachments.failed": "The file was not sent. Try again.",
  "attachments.lost": "This file was not sent whole when the page was closed. Remove it and choose it again.",
  "attachments.notChosen": "{name} was not taken:",
  "attachments.state.checking": "Being checked",
  "attachments.state.clean": "Received",
  "attachments.state.refused": "Not taken",
  "download.offline": "There is no network. Try again when there is.",
  "attachments.open": "Download {name}",
};
