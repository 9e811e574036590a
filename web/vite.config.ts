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
  },
});
