import { createEffect } from "solid-js";
import { isServer } from "solid-js/web";
import { useText } from "./language.tsx";

/** Names the page in the browser's title, its own name first; the home page, with an empty one, by the movement's alone. */
export function usePageTitle(title: () => string): void {
  const { t } = useText();
  const whole = () => [title(), t("brand.name")].filter(Boolean).join(" · ");
  if (isServer) prerenderedTitle = whole();
  createEffect(() => {
    document.title = whole();
  });
}

/** The title of the page that was drawn last, for the build. */
export let prerenderedTitle = "";
