import type { Command } from "./command.ts";
import selectContext from "./select-context.ts";

export default {
	id: "hullwright.useLocalEngine",
	title: "Use This Machine's Engine in This Window",
	button: "Use This Machine's Engine",
	run: (services) => selectContext.run(services, { host: "", context: "default" }),
} satisfies Command;
