import type { SSTConfig } from "sst";
import { edgeRegion, firewall } from "./infra/firewall.ts";
import { movement } from "./infra/movement.ts";
import { stageNamed } from "./infra/stages.ts";

export default {
  config: ({ stage }) => ({ name: "doan-ket-sang-tao", region: stageNamed(stage ?? "").region }),
  stacks: (app) => {
    const stage = stageNamed(app.stage);
    // SST deploys one region at a time. `--region us-east-1` deploys the firewall.
    const atEdge = stage.firewall && app.region === edgeRegion;
    if (atEdge) app.stack(firewall);
    if (!atEdge || stage.region === edgeRegion) app.stack(movement);
  },
} satisfies SSTConfig;
