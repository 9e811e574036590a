import { addWords, useText } from "./language.tsx";
import { notFoundVi } from "./not-found-text.ts";
import { usePageTitle } from "./page-title.ts";
import "./styles/sheet.css";

addWords(notFoundVi);

/** Any address that leads nowhere. */
export function NotFound() {
  const { t } = useText();
  usePageTitle(() => t("notFound.title"));
  return (
    <div class="sheet">
      <h1 tabindex="-1">{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>
        <a class="button" href="/">
          {t("notFound.home")}
        </a>
      </p>
    </div>
  );
}
