import { ErrorBoundary, Suspense } from "solid-js";
import { useText } from "../language.tsx";
import { lazyComponent } from "../lazy-component.ts";
import type { AttachmentFieldProps } from "./attachment-field.tsx";

const Field = lazyComponent(() => import("./attachment-field.tsx"), "AttachmentField");

export function LazyAttachmentField(props: AttachmentFieldProps) {
  const { t } = useText();
  return (
    <ErrorBoundary
      fallback={
        <div class="field" role="alert">
          <p class="error">{t("form.attachments.loadFailed")}</p>
          <button type="button" class="button" onClick={() => location.reload()}>
            {t("form.attachments.reload")}
          </button>
        </div>
      }
    >
      <Suspense fallback={<p class="hint">{t("form.attachments.loading")}</p>}>
        <Field {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
