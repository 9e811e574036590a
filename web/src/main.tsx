import { App, preloadPage } from "./app.tsx";
import { startLanguage } from "./language.tsx";
import { startOffline } from "./offline/register.ts";
import { startRouter } from "./router.ts";
import { takeOver } from "./take-over.tsx";

startRouter();
await Promise.all([startLanguage(), preloadPage(window.location.pathname)]);
takeOver(() => <App />);
startOffline();
