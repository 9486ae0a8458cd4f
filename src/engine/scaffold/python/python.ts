import type { TemplateCode } from "../template.ts";
import { suggestPackages, suggestRequirements } from "./packages.ts";
import { checkEntry, suggestEntries, suggestHealth, suggestKinds, suggestPorts, suggestScripts } from "./sources.ts";
import { suggestVersions } from "./versions.ts";
import { pythonView } from "./view.ts";

export const python: TemplateCode = {
	suggest: {
		kind: suggestKinds,
		entry: suggestEntries,
		script: suggestScripts,
		worker: suggestEntries,
		module: suggestEntries,
		command: suggestEntries,
		port: suggestPorts,
		health: suggestHealth,
		packages: suggestPackages,
		requirements: suggestRequirements,
		version: suggestVersions,
	},
	check: checkEntry,
	view: pythonView,
};
