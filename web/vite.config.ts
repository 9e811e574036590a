import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
  root: import.meta.dirname,
  // Pages are drawn at build by the same sources, and drawn anew in the browser: nothing is hydrated.
  plugins: [solid({ ssr: true, solid: { hydratable: false } })],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Phones of the last five years and their in-app browsers.
    target: ["es2022", "chrome100", "safari15.4"],
    // The content security policy allows no inline script or style.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every page needs in one file: many small ones compress worse.
        codeSplitting: {
          groups: [
            {
              name: "shared",
              test: /node_modules\/solid-js\/(?!store)|web\/src\/(router|language|api|campaigns|dates|page-title|text\/pages-vi|server-time|offline\/kept-header|form\/(draft-flags|form-paths|waiting-note)|follow\/kept-dossiers)\.tsx?$|core\/(base64url|calendar|messages)\.ts$|preload-helper/,
            },
            {
              name: "follow",
              test: /web\/src\/follow\/(kept-correction|opening|requests)\.ts$|core\/initiative-code\.ts$/,
            },
            {
              name: "form",
              test: /node_modules\/(idb|solid-js\/store)\/|web\/src\/form\/(application-form|authors-step|people|fields|form-(page|context|checks)|kept-form|late-steps|steps|step-list|failure|fault-summary|typed-(form|values)|text-vi|words-vi|draft-(store|keeper)|drafts|kept-receipt)\.tsx?$/,
            },
            {
              // Fetched while the answers are read once more. Behind the form: a group takes what its modules import along.
              name: "sending",
              test: /web\/src\/form\/(sending|sending-status|proof|submission)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
