import type { Program } from "./program.ts";

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh */
export const powershell: Program = { letters: "", long: [], hasSubcommands: false };
