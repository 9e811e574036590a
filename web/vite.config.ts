import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
  root: import.meta.dirname,
  // Pages are prerendered from the same sources and drawn again, not hydrated.
  plugins: [solid({ ssr: true, solid: { hydratable: false } })],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Supports phones of the last five years and their in-app browsers.
    target: ["es2022", "chrome100", "safari15.4"],
    // The content security policy allows no inline scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Many small files compress worse.
        codeSplitting: {
          groups: [
            {
              name: "shared",
              test: /node_modules\/solid-js\/(?!store)|web\/src\/(router|language|api|campaigns|dates|page-title|shell\/words\/vi|words\/vietnamese|server-time|watch|lazy-component|public\/(offline\/service-worker-strategy|form\/(drafts\/flags|form-paths|sending\/waiting-note)|follow\/kept-dossiers))\.tsx?$|core\/(base\/(base64url|calendar|lookup)|words\/(messages|vi\/authors)|units\/affiliation)\.ts$|preload-helper/,
            },
            {
              name: "follow",
              test: /web\/src\/public\/follow\/(kept-corrections|links|api)\.ts$|core\/base\/initiative-code\.ts$/,
            },
            {
              name: "form",
              test: /node_modules\/(idb|solid-js\/store)\/|web\/src\/public\/form\/(application-form|fields|form-(page|context|checks|state)|fault-summary|lazy-part|steps\/(authors-step|people|person-fields|lazy-steps|steps|step-list)|typed-(form|values)|words\/vi|drafts\/(store|autosave|drafts|draft-form|saved-note)|sending\/(failure|kept-receipt))\.tsx?$/,
            },
            {
              // Must follow "form", because a group also includes the imports of its modules.
              name: "sending",
              test: /web\/src\/(proof\/proof|public\/form\/sending\/(sending|sending-status|submission))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
