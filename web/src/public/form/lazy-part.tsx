import { type Component, lazy } from "solid-js";
import { useText } from "../../language.tsx";

/** If loading fails, a hint takes the component's place. */
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
