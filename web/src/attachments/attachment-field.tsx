import { createEffect, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { attachmentTypes, formatFileSize } from "#core/initiatives/attachment.ts";
import { useText } from "../language.tsx";
import "../words/rules-vi.ts";
import "./attachments.css";
import { type Choice, chooseFile } from "./choosing.ts";
import { FileRow } from "./file-row.tsx";
import { dropTransfer, onArrival, retryAfterOffline, startTransfer, transfers } from "./transfers.ts";
import type { TypedAttachment } from "./typed-attachment.ts";
import { forgetVerdict, watchVerdict } from "./verdicts.ts";
import "./words/vi.ts";

export interface AttachmentFieldProps {
  id: string;
  value: readonly TypedAttachment[];
  onChange: (update: (before: readonly TypedAttachment[]) => TypedAttachment[]) => void;
  disabled?: boolean;
  isFixed?: (id: string) => boolean;
  fault?: string | undefined;
}

type Refused = Extract<Choice, { ok: false }>;

const accepted = Object.entries(attachmentTypes)
  .flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)])
  .join(",");

export function AttachmentField(props: AttachmentFieldProps) {
  const { t, find, locale } = useText();
  const [refused, setRefused] = createSignal<Refused[]>([]);
  const [preparing, setPreparing] = createSignal(false);
  const [announcement, announce] = createSignal("");
  let replaced: TypedAttachment | null = null;
  let input: HTMLInputElement | undefined;

  const settle = (key: string, id: string) => {
    props.onChange((before) => before.map((each) => (each.key === key ? { ...each, id } : each)));
    const name = props.value.find((each) => each.key === key)?.name;
    if (name) announce(t("attachments.done", { name }));
  };
  onArrival(settle);
  // Takes over uploads that finished while the field was hidden.
  createEffect(() => {
    for (const { key, id } of props.value) {
      const arrived = transfers[key]?.id;
      if (id === "" && arrived) settle(key, arrived);
    }
  });
  createEffect(() => {
    for (const { id } of props.value) watchVerdict(id);
  });
  onMount(() => addEventListener("online", retryAfterOffline));
  onCleanup(() => removeEventListener("online", retryAfterOffline));

  const add = async (files: readonly File[]) => {
    setRefused([]);
    setPreparing(true);
    for (const file of files) {
      const replacedFile = replaced;
      const choice = await chooseFile(
        file,
        props.value.filter(({ key }) => key !== replacedFile?.key),
      );
      if (!choice.ok) {
        setRefused((before) => [...before, choice]);
        continue;
      }
      const key = crypto.randomUUID();
      replaced = null;
      if (replacedFile) drop(replacedFile);
      props.onChange((before) => [
        ...before.filter((each) => each.key !== replacedFile?.key),
        { key, id: "", ...choice.asked },
      ]);
      startTransfer(key, choice.file, choice.asked);
    }
    replaced = null;
    setPreparing(false);
  };
  const drop = ({ key, id }: TypedAttachment) => {
    dropTransfer(key);
    forgetVerdict(id);
  };
  const replace = (file: TypedAttachment) => {
    replaced = file;
    input?.click();
  };
  const remove = (file: TypedAttachment) => {
    const { key, name } = file;
    drop(file);
    props.onChange((before) => before.filter((each) => each.key !== key));
    announce(t("attachments.removed", { name }));
    input?.focus();
  };

  return (
    <fieldset class="field attachments" classList={{ bad: props.fault !== undefined }}>
      <legend>
        {t("form.attachments")} <span class="optional">({t("form.optional")})</span>
      </legend>
      <p class="hint" id={`${props.id}-hint`}>
        {t("attachments.hint")}
      </p>
      <Show when={props.fault}>
        {(fault) => (
          <p class="error" id={`${props.id}-error`}>
            {fault()}
          </p>
        )}
      </Show>
      <Show when={props.value.length > 0}>
        <ul class="files">
          <For each={props.value}>
            {(file) => (
              <FileRow
                file={file}
                size={formatFileSize(file.size, locale())}
                isFixed={props.isFixed?.(file.id) ?? false}
                onRemove={() => remove(file)}
                onReplace={() => replace(file)}
                onVerdict={announce}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={refused().length > 0}>
        <div class="refused" role="alert">
          <For each={refused()}>
            {({ name, code, params }) => (
              <p class="error">
                {t("attachments.notChosen", { name })} {find(code, params) ?? code}
              </p>
            )}
          </For>
        </div>
      </Show>
      <div class="choose">
        <input
          ref={input}
          id={props.id}
          type="file"
          multiple
          accept={accepted}
          disabled={props.disabled || preparing()}
          aria-describedby={`${props.id}-hint${props.fault ? ` ${props.id}-error` : ""}`}
          aria-invalid={props.fault !== undefined}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // Allows choosing the same file again.
            currentTarget.value = "";
            add(files);
          }}
          onCancel={() => {
            replaced = null;
          }}
        />
        <label class="button" for={props.id}>
          {t(props.value.length > 0 ? "attachments.more" : "attachments.choose")}
        </label>
        <Show when={preparing()}>
          <span class="hint">{t("attachments.preparing")}</span>
        </Show>
      </div>
      <p class="visually-hidden" role="status">
        {announcement()}
      </p>
    </fieldset>
  );
}
