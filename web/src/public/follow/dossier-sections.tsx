import { createMemo, Show, Suspense } from "solid-js";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { useText } from "../../language.tsx";
import { lazyComponent } from "../../lazy-component.ts";
import { CoAuthorSection } from "./co-author-section.tsx";
import { Timeline } from "./timeline.tsx";

// Loaded lazily, because these rarely opened parts include the form.
const PersonalDataSection = lazyComponent(() => import("./personal-data-section.tsx"), "PersonalDataSection");
const FilesSection = lazyComponent(() => import("./files-section.tsx"), "FilesSection");

export const authorMoves = ["resubmit", "complete", "report"] as const;
export type AuthorMove = (typeof authorMoves)[number];

export function DossierSections(props: {
  view: InitiativeView;
  accessKey: string;
  move: AuthorMove | null;
  onWrite: (move: AuthorMove) => void;
  onWait: () => void;
  onChange: (view: InitiativeView) => void;
}) {
  const { t } = useText();
  const coAuthored = createMemo(() => (props.view.application?.authors.length ?? 0) > 1);

  return (
    <>
      <div class="actions first no-print">
        <Show when={props.move}>
          {(move) => (
            <button type="button" class="button main" id="follow-write" onClick={() => props.onWrite(move())}>
              {t(`follow.${move()}`)}
            </button>
          )}
        </Show>
      </div>
      <Show when={coAuthored()}>
        <CoAuthorSection view={props.view} accessKey={props.accessKey} />
      </Show>
      <Suspense>
        <Show when={props.view.attachments.length > 0 || props.view.replaceable === "all"}>
          <FilesSection
            view={props.view}
            accessKey={props.accessKey}
            heading="h2"
            onWait={props.onWait}
            onChange={props.onChange}
          />
        </Show>
      </Suspense>
      <Timeline view={props.view} />
      <Suspense>
        <Show when={props.view.application}>
          {(application) => (
            <PersonalDataSection
              view={props.view}
              application={application()}
              accessKey={props.accessKey}
              onChange={props.onChange}
            />
          )}
        </Show>
      </Suspense>
    </>
  );
}
