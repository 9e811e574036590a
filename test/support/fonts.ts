import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folderOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const arimo = { name: "Arimo", folder: folderOf("@expo-google-fonts/arimo") };
const dejaVu = { name: "DejaVu Sans", folder: folderOf("dejavu-fonts-ttf") };
const otherDejaVu = ["Condensed", "ExtraLight", "Math", "Mono", "Serif"];

/**
 * The fonts that stand for a visitor's system fonts. `narrow` has the metrics of Arial, as most phones and Windows come near to; `wide` is
 * DejaVu Sans, the default of many Linux desktops and about a tenth wider. `both` has the two by their names, for a page that is drawn in one
 * after the other.
 */
const families = {
  narrow: [arimo],
  wide: [dejaVu],
  both: [arimo, dejaVu],
} as const;
export type FontMetrics = keyof typeof families;

export const familyNames = { narrow: arimo.name, wide: dejaVu.name };

const generic = ["sans-serif", "serif", "monospace", "system-ui", "ui-sans-serif", "Arial", "Helvetica"];

const written = new Map<FontMetrics, string>();

/** The environment in which Chromium on Linux sees only these families, the first under every generic name. Other systems keep their own fonts. */
export function fontEnvironment(metrics: FontMetrics): Record<string, string> {
  let file = written.get(metrics);
  if (!file) {
    const [first, ...more] = families[metrics];
    // Shared between runs, so that the cache of fonts is made once.
    const place = join(tmpdir(), `doan-ket-sang-tao-fonts-${process.getuid?.() ?? 0}`, metrics);
    const cache = join(place, "cache");
    mkdirSync(cache, { recursive: true });
    const aliases = generic.map(
      (alias) =>
        `<match target="pattern"><test name="family"><string>${alias}</string></test><edit name="family" mode="assign" binding="strong"><string>${first.name}</string></edit></match>`,
    );
    file = join(place, "fonts.conf");
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(
      unfinished,
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[first, ...more].map(({ folder }) => `<dir>${folder}</dir>`).join("\n")}
<cachedir>${cache}</cachedir>
<selectfont>
${otherDejaVu.map((part) => `<rejectfont><glob>*${part}*.ttf</glob></rejectfont>`).join("\n")}
</selectfont>
${aliases.join("\n")}
</fontconfig>
`,
    );
    renameSync(unfinished, file);
    written.set(metrics, file);
  }
  return { FONTCONFIG_FILE: file };
}
