import { lazy } from "solid-js";
import { useText } from "../../language.tsx";
import type { AnyComponent } from "../../lazy-component.ts";

/** Shows a hint if loading fails. */
export function lazyPart<Name extends string, Module extends Record<Name, AnyComponent>>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazy<Module[Name]>(() =>
    load().then(
      (part) => ({ default: part[name] }),
      () => ({ default: MissingPart as AnyComponent as Module[Name] }),
    ),
  );
}

function MissingPart() {
  const { t } = useText();
  return <p class="hint">{t("form.part.missing")}</p>;
}
