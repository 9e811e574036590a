declare module "aws-ses-v2-local" {
  import type { Server } from "node:http";

  const exported: { default: (options: { host: string; port: number }) => Promise<Server> };
  export default exported;
}
