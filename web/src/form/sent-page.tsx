import { Show } from "solid-js";
import { useText } from "../language.tsx";
import { readReceipt } from "./kept-receipt.ts";
import { ReceiptSheet } from "./receipt-sheet.tsx";
import "./rare-words-vi.ts";

/** The receipt of what was sent last from this device. */
export function SentPage() {
  const { t } = useText();
  const receipt = readReceipt();
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
