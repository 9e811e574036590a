import { renderToString } from "solid-js/web";
import { App, preloadPage } from "./app.tsx";
import { prerenderedTitle } from "./page-title.ts";
import { setPrerenderedPath } from "./router.ts";

export async function prerenderPage(path: string): Promise<{ title: string; body: string }> {
  setPrerenderedPath(path);
  await preloadPage(path);
  return { body: renderToString(() => <App />), title: prerenderedTitle };
}
