import { testControls } from "../support/control-tests.ts";

// By finger on a phone they are pressed in test/long.
testControls("mouse", { width: 1366, height: 768 });
