import { testControls } from "../support/control-tests.ts";

testControls("touch", { width: 360, height: 740 });
