import { useText } from "../../language.tsx";
import { usePageTitle } from "../../page-title.ts";
import "../../styles/sheet.css";
import "./words/vi.ts";

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
