import { App, preloadPage } from "./app.tsx";
import { startLanguage } from "./language.tsx";
import { startOffline } from "./public/offline/register.ts";
import { renewAfterRelease } from "./renewal.ts";
import { startRouter } from "./router.ts";
import { takeOver } from "./take-over.tsx";

renewAfterRelease();
startRouter();
await Promise.all([startLanguage(), preloadPage(window.location.pathname)]);
// A slow phone answers a tap between loading the page's script and drawing it.
await new Promise((resolve) => setTimeout(resolve));
takeOver(() => <App />);
startOffline();
