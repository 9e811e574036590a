import { Show } from "solid-js";
import { useText } from "../language.tsx";
import type { DraftKeeper } from "./draft-keeper.ts";
import type { Draft } from "./drafts.ts";
import "./drafts.css";
import "./rare-words-vi.ts";

/** Says that another tab has kept this draft meanwhile, and lets one choose. What is typed here is kept whatever is chosen. */
export function BehindNotice(props: { keeper: DraftKeeper; onOpen: (draft: Draft | null) => void }) {
  const { t } = useText();
  const { keeper } = props;
  return (
    <Show when={keeper.behind()}>
      {(what) => (
        <section class="notice behind" role="alert" aria-labelledby="form-behind">
          <h2 id="form-behind">{t(`form.behind.${what()}`)}</h2>
          <p>{t("form.behind.text")}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => keeper.latest().then(props.onOpen)}>
              {t(`form.behind.${what()}.open`)}
            </button>
            <button type="button" class="button" onClick={() => keeper.goOwnWay()}>
              {t("form.behind.keep")}
            </button>
          </div>
        </section>
      )}
    </Show>
  );
}
