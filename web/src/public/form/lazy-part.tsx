import { type Component, lazy } from "solid-js";
import { useText } from "../../language.tsx";

/** A part of the form that is fetched when it is first shown. Where it cannot be, it says so, and nothing around it breaks. */
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
