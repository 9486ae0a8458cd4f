// Generated from the commands beside this file by `npm run generate`; do not edit.
export const commandIds = [
	"hullwright.addDockerFiles",
	"hullwright.chooseHost",
	"hullwright.container.inspect",
	"hullwright.container.logs",
	"hullwright.container.remove",
	"hullwright.container.restart",
	"hullwright.container.shell",
	"hullwright.container.start",
	"hullwright.container.stop",
	"hullwright.fixAll",
	"hullwright.image.inspect",
	"hullwright.image.remove",
	"hullwright.refresh",
	"hullwright.restartLanguageServer",
	"hullwright.showFirstSteps",
	"hullwright.showLog",
	"hullwright.showRule",
] as const;

export type CommandId = (typeof commandIds)[number];
