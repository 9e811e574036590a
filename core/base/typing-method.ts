/** Telex and VNI key of each mark; `=` repeats the letter (unikey.org). */
const keysOfMarks: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  "\u0301": ["S", "1"],
  "\u0300": ["F", "2"],
  "\u0309": ["R", "3"],
  "\u0303": ["X", "4"],
  "\u0323": ["J", "5"],
  "\u0302": ["=", "6"],
  "\u031B": ["W", "7"],
  "\u0306": ["W", "8"],
  "\u0335": ["=", "9"],
};

const passable = /[AEIOUYWCGHMNPT]/;

const maxReadings = 512;

interface Letter {
  letter: string;
  keys: readonly string[];
}

function lettersOf(word: string, method: 0 | 1): Letter[] | null {
  const letters: Letter[] = [];
  for (const [part, base = ""] of word
    .normalize("NFD")
    .replaceAll("Đ", "D\u0335")
    .matchAll(/(\P{M})\p{M}*/gu)) {
    const marks = [...part.slice(base.length)];
    const alone = base === "U" && marks.includes("\u031B") && method === 0;
    const keys = marks
      .filter((mark) => !(alone && mark === "\u031B"))
      .map((mark) => keysOfMarks[mark]?.[method].replace("=", base));
    if (!keys.every((key) => key !== undefined)) return null;
    letters.push({ letter: alone ? "W" : base, keys });
  }
  return letters;
}

/** All key sequences of a syllable. A mark's key follows its letter directly or later. */
function spell(letters: readonly Letter[]): string[] {
  let slots: string[][] = [letters.map(() => "")];
  for (const [at, { letter, keys }] of letters.entries()) {
    slots = slots.map((each) => each.with(at, letter + (each[at] ?? "")));
    for (const key of keys) {
      slots = slots.flatMap((each) => {
        const put: string[][] = [];
        for (let slot = at; slot < letters.length; slot++) {
          if (slot > at && !passable.test(letters[slot]?.letter ?? "")) break;
          const typed = each[slot] ?? "";
          const first = slot === at ? 1 : 0;
          for (let i = first; i <= typed.length; i++)
            put.push(each.with(slot, typed.slice(0, i) + key + typed.slice(i)));
        }
        return put;
      });
      if (slots.length > maxReadings) return [];
    }
  }
  return [...new Set(slots.map((each) => each.join("")))];
}

/**
 * Key sequences that a Telex or VNI keyboard turns into these words. Words are read separately, because the keyboard
 * restarts after a blank or digit.
 */
export function undoTyping(words: readonly string[]): string[] {
  const methods = words.some((word) => /[^\0-\x7F]/.test(word)) ? ([0, 1] as const) : ([0] as const);
  return methods.flatMap((method) => {
    let readings = [""];
    for (const word of words) {
      const letters = lettersOf(word, method);
      const spelt = letters ? spell(letters) : [];
      readings = readings.flatMap((before) => spelt.map((each) => before + each));
      if (readings.length > maxReadings) return [];
    }
    return readings;
  });
}
