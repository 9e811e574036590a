import { Show } from "solid-js";
import { useText } from "../../../language.tsx";
import { useLocation, useNavigate } from "../../../router.ts";
import { readDossierLink } from "../../follow/links.ts";
import { isReceiptStored, readReceipt } from "./kept-receipt.ts";
import { followPath, ReceiptSheet } from "./receipt-sheet.tsx";
import "../drafts/words/vi.ts";

export function SentPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const receipt = readReceipt();
  // Without a stored receipt the fragment opens the dossier.
  const named = receipt ? null : readDossierLink(useLocation().hash);
  if (named) queueMicrotask(() => navigate(followPath(named), { replace: true }));
  return (
    <Show
      when={receipt}
      fallback={
        <section class="sent">
          <h1 tabindex="-1">{t("form.sent.nothing")}</h1>
          <p>{t("form.sent.nothing.text")}</p>
          <a class="button main" href="/gui">
            {t("form.sent.begin")}
          </a>
        </section>
      }
    >
      {(receipt) => (
        <section class="sent">
          <h1 tabindex="-1">{t("form.sent.title")}</h1>
          <Show when={!isReceiptStored()}>
            <p class="notice" role="note">
              {t("form.sent.notStored")}
            </p>
          </Show>
          <ReceiptSheet receipt={receipt()} />
          <p class="no-print">
            <a class="another" href="/gui">
              {t("form.sent.another")}
            </a>
          </p>
        </section>
      )}
    </Show>
  );
}
