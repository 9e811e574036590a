import { createSignal, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { createCopying } from "../../../copying.ts";
import { writeDay, writeInstant } from "../../../dates.ts";
import { useText } from "../../../language.tsx";
import { ReceiptButton } from "../../receipt/receipt-button.tsx";
import type { KeptReceipt } from "./kept-receipt.ts";
import type { QrCode } from "./qr-code.tsx";

/** The access key is in the fragment, which browsers do not send. */
export function followPath({ id, accessKey }: { id: string; accessKey: string }): string {
  return `/tra-cuu#${id}.${accessKey}`;
}

export function ReceiptSheet(props: { receipt: KeptReceipt }) {
  const { t } = useText();
  const { outcome, copy } = createCopying();
  const link = () => new URL(followPath(props.receipt), location.origin).href;
  const [qr, setQr] = createSignal<typeof QrCode>();
  onMount(async () => {
    try {
      const { QrCode } = await import("./qr-code.tsx");
      setQr(() => QrCode);
    } catch {
      // Offline: show the link without a QR code.
    }
  });
  const mailto = () => {
    const { id } = props.receipt;
    const title = props.receipt.title || t("text.erased");
    const subject = encodeURIComponent(t("form.sent.mail.subject", { id }));
    return `mailto:?subject=${subject}&body=${encodeURIComponent(t("form.sent.mail.body", { id, title, link: link() }))}`;
  };
  return (
    <div class="receipt">
      <p class="code">
        <span>{t("form.sent.code")}</span>
        <strong class="num">{props.receipt.id}</strong>
      </p>
      <p>
        {t("form.sent.received", {
          unit: props.receipt.unitName,
          title: props.receipt.title || t("text.erased"),
          at: writeInstant(props.receipt.receivedAt),
        })}
      </p>
      <Show when={props.receipt.late}>
        <p>{t("form.sent.late")}</p>
      </Show>
      <h2>{t("form.sent.next")}</h2>
      <p>{t("form.sent.due", { day: writeDay(props.receipt.answerDueOn) })}</p>
      <p>{t("form.sent.council")}</p>
      <h2>{t("form.sent.follow")}</h2>
      <div class="follow-link">
        <Dynamic component={qr()} text={link()} label={t("form.sent.qr")} />
        <p>
          <a href={followPath(props.receipt)}>{link()}</a>
        </p>
      </div>
      <p class="keep">{t("form.sent.keep")}</p>
      <ReceiptButton id={props.receipt.id} accessKey={props.receipt.accessKey} />
      <div class="actions no-print">
        <button type="button" class="button" onClick={() => copy(link())}>
          {t("form.sent.copy")}
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          {t("form.sent.print")}
        </button>
        <a class="button" href={mailto()}>
          {t("form.sent.mail")}
        </a>
      </div>
      <p role="status" class="hint">
        <Show when={outcome()}>{(copied) => t(`form.sent.${copied()}`)}</Show>
      </p>
    </div>
  );
}
