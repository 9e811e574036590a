type Ending = () => unknown;

const endings: Ending[] = [];

/**
 * Runs something when the test file ends, the latest registered first. Unlike `afterAll` it works from everywhere: vitest never runs an `afterAll` that is
 * registered inside a hook or a test.
 */
export function atFileEnd(ending: Ending): void {
  endings.push(ending);
}

/** Runs all that was registered; throws the first error when all have run. */
export async function runAtFileEnd(): Promise<void> {
  const faults: unknown[] = [];
  for (let ending = endings.pop(); ending; ending = endings.pop()) {
    try {
      await ending();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}
