import { App, preloadPage } from "./app.tsx";
import { startLanguage } from "./language.tsx";
import { mountPage } from "./mount.ts";
import { startOffline } from "./public/offline/register.ts";
import { reloadAfterRelease } from "./release-reload.ts";
import { startRouter } from "./router.ts";

reloadAfterRelease();
startRouter();
await Promise.all([startLanguage(), preloadPage(window.location.pathname)]);
// Lets a slow phone handle a tap before the page is drawn.
await new Promise((resolve) => setTimeout(resolve));
mountPage(() => <App />);
startOffline();
