import { Show } from "solid-js";
import { quarantineHours } from "#core/initiatives/attachment.ts";
import { useText } from "../language.tsx";
import { isProvingLong } from "../proof/proven-request.ts";
import { watch } from "../watch.ts";
import { canRetry, retryTransfer, type TransferFailure, transfers } from "./transfers.ts";
import type { TypedAttachment } from "./typed-attachment.ts";
import { isSlow, refusalOf, verdicts } from "./verdicts.ts";

interface FileRowProps {
  file: TypedAttachment;
  size: string;
  isFixed: boolean;
  onRemove: () => void;
  onReplace: () => void;
  onVerdict: (words: string) => void;
}

export function FileRow(props: FileRowProps) {
  const { t, find } = useText();
  const state = () => verdicts[props.file.id]?.state ?? "checking";
  const refusal = () => refusalOf(props.file.id);
  watch(state, (now, before) => {
    if (before !== "checking" || now === "checking") return;
    const word = now === "clean" ? "attachments.passed.told" : "attachments.refused.told";
    props.onVerdict(t(word, { name: props.file.name }));
  });
  const transfer = () => transfers[props.file.key];
  const failure = (): TransferFailure | null => {
    if (props.file.id !== "") return null;
    return transfer() ? (transfer()?.failure ?? null) : { code: "attachments.lost" };
  };
  const percent = () => Math.round((transfer()?.done ?? 0) * 100);
  const sending = () => props.file.id === "" && failure() === null;
  return (
    <li
      classList={{
        failed: failure() !== null,
        sent: props.file.id !== "" && state() === "clean",
        refused: refusal() !== null,
      }}
    >
      <div class="what">
        <p class="name">
          {props.file.name} <span class="soft num">{props.size}</span>
        </p>
        <Show when={sending()}>
          <progress max="100" value={percent()} aria-label={props.file.name} />
        </Show>
        <p class="outcome">
          <Show when={props.file.id !== "" && !refusal()}>
            {t(state() === "clean" ? "attachments.clean" : "attachments.checking")}
          </Show>
          <Show when={isSlow(props.file.id)}>
            <span>{t("attachments.slow.form", { hours: quarantineHours })}</span>
          </Show>
          <Show when={refusal()}>
            {(code) => (
              <span class="error">
                <span class="sign" aria-hidden="true">
                  !
                </span>
                {t("attachments.state.refused")}: {find(code())}
              </span>
            )}
          </Show>
          <Show when={sending()}>
            <span class="num">
              {isProvingLong() && percent() === 0
                ? t("shell.proving")
                : t("attachments.sending", { percent: percent() })}
            </span>
          </Show>
          <Show when={failure()} keyed>
            {({ code, params }) => <span class="error">{find(code, params) ?? t("attachments.failed")}</span>}
          </Show>
        </p>
      </div>
      <div class="row">
        <Show when={failure() !== null && canRetry(props.file.key)}>
          <button
            type="button"
            class="link-button"
            aria-label={t("attachments.retry.what", { name: props.file.name })}
            onClick={() => retryTransfer(props.file.key)}
          >
            {t("attachments.retry")}
          </button>
        </Show>
        <Show when={refusal()}>
          <button
            type="button"
            class="link-button"
            aria-label={t("attachments.replace.what", { name: props.file.name })}
            onClick={() => props.onReplace()}
          >
            {t("attachments.replace")}
          </button>
        </Show>
        <Show when={!props.isFixed}>
          <button
            type="button"
            class="link-button quiet"
            aria-label={t("attachments.remove.what", { name: props.file.name })}
            onClick={() => props.onRemove()}
          >
            {t("attachments.remove")}
          </button>
        </Show>
      </div>
    </li>
  );
}
