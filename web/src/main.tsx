import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { startLanguage } from "./language.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
await startLanguage();
render(() => <App />, root);
