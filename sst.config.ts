import type { SSTConfig } from "sst";
import { movement } from "./infra/movement.ts";
import { stageNamed } from "./infra/stages.ts";

export default {
  config: ({ stage }) => ({ name: "doan-ket-sang-tao", region: stageNamed(stage ?? "").region }),
  stacks: (app) => {
    app.stack(movement);
  },
} satisfies SSTConfig;
