import { App, preloadPage } from "./app.tsx";
import { startLanguage } from "./language.tsx";
import { takeOver } from "./mount.ts";
import { startOffline } from "./public/offline/register.ts";
import { renewAfterRelease } from "./release-reload.ts";
import { startRouter } from "./router.ts";

renewAfterRelease();
startRouter();
await Promise.all([startLanguage(), preloadPage(window.location.pathname)]);
// A slow phone answers a tap between loading the page's script and drawing it.
await new Promise((resolve) => setTimeout(resolve));
takeOver(() => <App />);
startOffline();
