import { type Component, lazy } from "solid-js";
import { useText } from "../../language.tsx";

/** Lazy component; shows a hint instead if loading fails. */
export function lazyPart<Props extends object>(load: () => Promise<Component<Props>>): Component<Props> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: MissingPart as Component<Props> }),
    ),
  );
}

function MissingPart() {
  const { t } = useText();
  return <p class="hint">{t("form.part.missing")}</p>;
}
