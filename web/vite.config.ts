import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid()],
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
