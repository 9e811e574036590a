import { createEffect } from "solid-js";
import { useText } from "./language.tsx";

/** Names the page in the browser's title, its own name first. */
export function usePageTitle(title: () => string): void {
  const { t } = useText();
  createEffect(() => {
    document.title = `${title()} · ${t("brand.name")}`;
  });
}
