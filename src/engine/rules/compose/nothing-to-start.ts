import { findEntry } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "nothing-to-start",
	category: "correctness",
	severity: "info",
	title: "No service of the project is started",
	why: ["`docker compose up` ends with `no service selected` where there are no services, or where each has a profile and none is active."],
	fixes: { never: "What is to be started, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  test:
				    image: busybox:1.37
				    profiles: [test]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				  test:
				    image: busybox:1.37
				    profiles: [test]
			`,
		},
	],

	*check(file) {
		const { path, paths, project, allServices, roots } = file;
		if (path !== paths[0] || project.enabled.size > 0 || project.plain === undefined) return;
		const place = findEntry(file, "services")?.key ?? (roots[0]?.kind === "mapping" ? roots[0].entries[0]?.key : undefined);
		if (!place) return;
		yield { at: place, message: allServices.size === 0 ? say`the project has no services` : say`each service has a profile, and none of them is active` };
	},
});
