/** Programs that report home, and the variable with the value that stops them. As documented by their makers; looked up in November 2026. */
export const telemetry: ReadonlyMap<string, readonly [variable: string, value: string]> = new Map([
	["astro", ["ASTRO_TELEMETRY_DISABLED", "1"]],
	["az", ["AZURE_CORE_COLLECT_TELEMETRY", "false"]],
	["brew", ["HOMEBREW_NO_ANALYTICS", "1"]],
	["bun", ["DO_NOT_TRACK", "1"]],
	["dotnet", ["DOTNET_CLI_TELEMETRY_OPTOUT", "1"]],
	["gatsby", ["GATSBY_TELEMETRY_DISABLED", "1"]],
	["hf", ["HF_HUB_DISABLE_TELEMETRY", "1"]],
	["huggingface-cli", ["HF_HUB_DISABLE_TELEMETRY", "1"]],
	["next", ["NEXT_TELEMETRY_DISABLED", "1"]],
	["nuxi", ["NUXT_TELEMETRY_DISABLED", "1"]],
	["nuxt", ["NUXT_TELEMETRY_DISABLED", "1"]],
	["pwsh", ["POWERSHELL_TELEMETRY_OPTOUT", "1"]],
	["sam", ["SAM_CLI_TELEMETRY", "0"]],
	["turbo", ["TURBO_TELEMETRY_DISABLED", "1"]],
	["vcpkg", ["VCPKG_DISABLE_METRICS", "1"]],
	["wrangler", ["WRANGLER_SEND_METRICS", "false"]],
]);
