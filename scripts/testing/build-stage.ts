import { buildWhenChanged } from "../portal/build.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { PASSED, type Stage } from "./stages.ts";

export function buildStage(supervisor: Supervisor): Stage {
  return {
    name: "build",
    run: async () => {
      await buildWhenChanged(supervisor, "inherit");
      return PASSED;
    },
  };
}
