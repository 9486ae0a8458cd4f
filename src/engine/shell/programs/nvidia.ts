import type { Program } from "./program.ts";

/** https://docs.nvidia.com/deploy/nvidia-smi */
export const nvidiaSmi: Program = { letters: "iflq", long: [], hasSubcommands: false };
