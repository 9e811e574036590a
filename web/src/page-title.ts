import { createEffect } from "solid-js";
import { isServer } from "solid-js/web";
import { useText } from "./language.tsx";

/** An empty title shows only the movement's name. */
export function usePageTitle(title: () => string): void {
  const { t } = useText();
  const whole = () => [title(), t("brand.name")].filter(Boolean).join(" · ");
  if (isServer) prerenderedTitle = whole();
  createEffect(() => {
    document.title = whole();
  });
}

export let prerenderedTitle = "";
