import type { Application } from "./application.ts";
import type { Attachment } from "./attachment.ts";
import { type Actor, sealEvent } from "./history.ts";
import type { PersonalParts } from "./history-parts.ts";
import type { FormInitiative } from "./initiative.ts";
import type { Note } from "./lifecycle.ts";
import type { Transition } from "./transition.ts";

export interface EventContext {
  actor: Actor;
  now: string;
  salt: () => Uint8Array;
}

export function noteOn(
  before: FormInitiative,
  note: Note,
  content: {
    facts: Record<string, unknown>;
    personal: PersonalParts;
    application?: Application;
    attachments?: Attachment[];
  },
  { actor, now, salt }: EventContext,
): Transition {
  const { facts, personal, application, attachments } = content;
  const { state } = before;
  const step = { at: now, move: note, from: state, to: state, actor, facts, personal };
  const { event, openings } = sealEvent(before.last ?? before.first, step, salt);
  const initiative: FormInitiative = {
    ...before,
    version: before.version + 1,
    changedAt: now,
    last: event,
    ...(application && {
      application,
      firstApplication: before.firstApplication ?? before.application,
    }),
    ...(attachments && { attachments }),
    // Keeps the first files, because the first event's commitments cover them.
    ...((application || attachments) && {
      firstAttachments: before.firstAttachments ?? before.attachments,
    }),
  };
  return { initiative, event, openings };
}
