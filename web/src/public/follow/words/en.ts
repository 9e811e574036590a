import type { followVi } from "./vi.ts";

export const followEn: Record<keyof typeof followVi, string> = {
  "follow.title": "Follow an initiative",
  "follow.lead": "Enter the code and the access key of your receipt, or open the link you saved.",
  "follow.code": "Code",
  "follow.code.hint":
    "Twelve characters, for example 7K3M-9QTX-2F4H; lower case and no hyphens are fine. You may paste the whole link here.",
  "follow.key": "Access key",
  "follow.key.hint": "What stands behind the dot in your link. Only who has the key can see the record.",
  "follow.open": "Open",
  "follow.code.bad":
    "This code is not right: a character is wrong or missing. Please check each one, and type with an English keyboard.",
  "follow.key.bad":
    "This access key is not right: it has 32 characters, and capitals count. Please copy the whole key again.",
  "follow.link.code":
    "The code in this link is not right: a character is wrong or missing. Enter the code on your receipt.",
  "follow.link.key":
    "The key in this link has characters missing or added. Open the original link, or enter code and key.",
  "follow.link.link":
    "This link is not complete: it holds no code and key. Open the original link, or enter code and key.",
  "follow.code.missing": "Enter the code.",
  "follow.key.missing": "Enter the access key.",
  "follow.mine": "Mine, on this device",
  "follow.mine.text": "Only this device knows the list below. On a shared device, remove it.",
  "follow.forget": "Remove from this device",
  "follow.forget.of": "Remove from this device: {title}",
  "follow.loading": "Opening…",
  "follow.back": "Follow another",
  "follow.next.files":
    "A file could not be taken. Your application goes on without it. Under Attached files below you can send another file in its place or remove it.",
  "follow.offline": "You are offline. Please try again once you are online.",
  "follow.now": "Where it stands",
  "follow.history": "What has happened",
  "follow.late": "Received late, within the hours of grace.",
  "follow.registerNumber": "Number in the register: {number}",
  "follow.moved": "From {from} to {to}. The number that was given and the time limit stay as they are.",
  "follow.movedAbove": "{to} still has the application; the unit above it has changed.",
  "follow.unit": "Receiving unit",
  "follow.council": "Council",
  "follow.reason": "Reason",
  "follow.decision": "Decision no. {number} of {day}",
  "follow.next.registered":
    "{unit} has received it and will answer by {day}. There is nothing you need to do.",
  "follow.next.reported": "{unit} has received the result report and will answer by {day}.",
  "follow.next.accepted": "{unit} has accepted it for review. The result comes by {day}.",
  "follow.next.returned":
    "{unit} asks you to complete it. Read the reason below, mend it and send it again by {day}.",
  "follow.next.refused": "{unit} has refused it. The reason is below. You may complain if you disagree.",
  "follow.next.withdrawn": "It has been withdrawn at your request.",
  "follow.next.proposed": "{unit} has proposed it to {council}, which answers by {day}.",
  "follow.next.inCouncil": "It is before {council}. The result comes by {day}.",
  "follow.next.toComplete": "{council} asks you to complete it by {day}. What is needed is written below.",
  "follow.next.recognised": "Your initiative has been recognised. Congratulations!",
  "follow.next.notRecognised":
    "The council has not recognised it. The reason is below. You may complain if you disagree.",
  "follow.next.revoked": "The recognition has been revoked. The reason is below.",
  "follow.withdraw": "Withdraw",
  "follow.withdraw.ask": "Withdraw this initiative?",
  "follow.withdraw.text": "It will not be reviewed any more and cannot be reopened. You may send a new one.",
  "follow.withdraw.yes": "Withdraw it",
  "follow.withdraw.no": "Keep it",

  "follow.do": "What you can do",
  "follow.resubmit": "Correct and send again",
  "follow.complete": "Complete and send again",
  "follow.edit.title": "Correct the application",
  "follow.edit.why": "What is needed",
  "follow.edit.due": "Send it again by {day}.",
  "follow.edit.kept": "What you change is kept on this device until it is sent.",
  "follow.edit.notKept": "This browser does not allow saving. Send before you close the page.",
  "follow.edit.send": "Send the application again",
  "follow.edit.leave": "Later",
  "follow.edit.drop": "Drop my changes",
  "follow.edit.drop.confirm": "Drop all changes to this application that have not been sent?",
  "follow.edit.conflict":
    "Something else has just changed in this dossier. What you have corrected is still below: look at it once more and send again.",
  "follow.edit.gone":
    "The dossier is at another step now ({state}), so it cannot be sent again. What you have corrected is still on this device.",
  "follow.sent": "Sent. Where it stands now is below.",

  "follow.next.toReport":
    "{unit} has accepted it. Once the initiative has results, report them here by {day}; only then is it proposed to the council.",
  "follow.report": "Report the result",
  "follow.report.lead":
    "Your initiative has been accepted. Once it has been applied and has results, tell of them here; only then does the unit propose it to the council.",
  "follow.report.send": "Send the result",

  "follow.coAuthors": "Co-authors",
  "follow.coAuthors.text":
    "Each co-author confirms by a link of their own, without an account. Send the link to them by Zalo, message or mail.",
  "follow.coAuthors.get": "Get the links for co-authors",
  "follow.coAuthors.link": "Link of {name}",
  "follow.coAuthors.copy": "Copy the link",
  "follow.coAuthors.copied": "Copied.",
  "follow.coAuthors.copyFailed": "This device does not allow copying. Press and hold the link to copy it.",
  "follow.coAuthors.share": "Share",
  "follow.coAuthors.waiting": "No answer yet",
  "follow.coAuthors.confirmed": "Confirmed being a co-author",
  "follow.coAuthors.denied": "Answered: not an author",
  "follow.coAuthors.denied.text":
    "Please talk to them. To change the list of authors, ask the receiving unit to return the application, or withdraw it.",
  "follow.coAuthors.said": "They wrote: {word}",
  "follow.nth": "Author {n}",

  "coAuthor.page": "Confirm being a co-author",
  "coAuthor.loading": "Opening…",
  "coAuthor.lead": "The application below names you as a co-author. Is that right?",
  "coAuthor.received": "Sent to {unit} on {day}.",
  "coAuthor.authors": "The authors and their shares",
  "coAuthor.you": "you",
  "coAuthor.word": "A word (optional)",
  "coAuthor.word.hint":
    "For example: the share is not right. Whoever sent it and the receiving unit can read this.",
  "coAuthor.name.hint":
    "Not required. To take it back, open this link again, clear the box and answer once more.",
  "coAuthor.yes": "Yes, I am a co-author",
  "coAuthor.no": "That is not me",
  "coAuthor.done.confirmed": "Noted: you are a co-author. Thank you!",
  "coAuthor.done.denied": "Noted: you are not an author. The receiving unit will see this answer.",
  "coAuthor.change": "If that was a slip, you can answer again with this same link.",
  "coAuthor.cut":
    "The part of this link behind # has characters missing or added. Open the whole link that the sender of the application gave you.",
  "coAuthor.bare":
    "This address lacks the part behind #. Open the whole link that the sender of the application gave you.",
  "coAuthor.void": "This link cannot be opened",
  "coAuthor.privacy":
    "This page shows nobody's date of birth, phone number or e-mail. The answer becomes part of the dossier's history; you may ask the receiving unit to erase your name.",

  personal: "My personal data",
  "personal.lead":
    "This dossier keeps the personal data below. You may see them, correct them, have a copy, withdraw your consent and have them erased.",
  "personal.staff": "Personal data",
  "personal.staff.lead":
    "When somebody named here comes and asks: show it, correct the contact, hand out a copy, erase. Each correction and erasure becomes part of the history, with the member of staff.",
  "personal.author": "Author {n}",
  "personal.share": "share {share}%",
  "personal.born": "born on {day}",
  "personal.contact": "Contact",
  "personal.participants": "People who took part in the first application",
  "personal.consent": "Consent",
  "personal.consent.text": "Consent, version {version}, at {at}.",
  "personal.readers": "Who can see it",
  "personal.readers.text":
    "Names, workplaces and content: you, staff of the receiving unit and those above it, secretary and members of the council in charge. Title, names, workplaces and shares of the authors: also co-authors who hold a link to confirm. Dates of birth and contact: only you and staff of the receiving unit.",
  "personal.contact.edit": "Correct the contact",
  "personal.contact.save": "Save the contact",
  "personal.contact.saved": "The contact has been corrected.",
  "personal.cancel": "Cancel",
  "personal.correct.text":
    "Is a name, date of birth or workplace wrong? Correct it when the application is returned, or ask the receiving unit to return it.",
  "personal.export": "Download a copy of the data (JSON file)",
  "personal.erase": "Withdraw consent, erase data",
  "personal.erase.text":
    "The data are erased from the dossier and from every earlier version, and cannot be brought back. The statistics stay: they name nobody.",
  "personal.erase.who": "What to erase?",
  "personal.erase.contact": "Phone number and e-mail",
  "personal.erase.contact.hint": "After that only this page tells the outcome, since nobody can reach you.",
  "personal.erase.author": "The data of {name}",
  "personal.erase.all": "Everything: all authors, contact, participants, attachments and content",
  "personal.erase.all.recognised":
    "Everything but what goes with the decision of recognition: names, workplaces and the initiative itself",
  "personal.erase.inReview":
    "The initiative is under review, so only the contact can be erased. To erase names and content, withdraw it first.",
  "personal.erase.recognised":
    "The initiative has been recognised. Names on the decision and the certificate are kept under the laws on commendation and archives; dates of birth and contact can be erased.",
  "personal.erase.confirm": "I understand that what is erased cannot be brought back.",
  "personal.erase.do": "Erase for good",
  "personal.erase.done": "Erased. The system's backups expire by {day}; from then on it is nowhere any more.",
  "personal.erase.kept": "Names that go with the decision of recognition are kept by law.",
};
