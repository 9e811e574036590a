import { renderToString } from "solid-js/web";
import { App, preloadPage } from "./app.tsx";
import { drawnTitle } from "./page-title.ts";
import { standAt } from "./router.ts";

/** A page as it stands before any script has run, in Vietnamese; for the build. */
export async function drawPage(path: string): Promise<{ title: string; body: string }> {
  standAt(path);
  await preloadPage(path);
  return { body: renderToString(() => <App />), title: drawnTitle };
}
