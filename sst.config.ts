import type { SSTConfig } from "sst";
import { movement } from "./infra/movement.ts";

export default {
  config: () => ({ name: "doan-ket-sang-tao", region: "ap-southeast-1" }),
  stacks: (app) => {
    app.stack(movement);
  },
} satisfies SSTConfig;
