import { findEntry } from "../../compose/rewrite/parts.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isForSwarm } from "../swarm.ts";
import { ignoredBySwarm } from "../swarm-keys.ts";

export default composeRule({
	id: "swarm-ignored-key",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A file for Swarm says what Swarm does nothing with",
	why: [
		"`docker stack deploy` passes over keys such as `build`, `restart` and `privileged`, with a line that nobody reads: the service runs without what they say.",
		"`restart` is `deploy.restart_policy` there, and an image has to be built and pushed before.",
	],
	fixes: { never: "What does the same in Swarm depends on what is meant, and Compose may need the key." },
	options: { everywhere: { default: false, description: "Report in all files, whatever they are for." } },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: always
				    deploy:
				      placement:
				        constraints: [node.role == worker]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      restart_policy:
				        condition: any
				      placement:
				        constraints: [node.role == worker]
			`,
		},
	],

	check(file, { options: { everywhere } }) {
		const problems: Problem[] = [];
		if (!everywhere && !isForSwarm(file)) return problems;
		const services = findEntry(file, "services")?.value;
		for (const { value: service } of services?.kind === "mapping" ? services.entries : []) {
			for (const entry of service?.kind === "mapping" ? service.entries : []) {
				const name = nameOf(entry) ?? "";
				if (ignoredBySwarm.has(name)) problems.push({ at: entry.key, message: say`\`docker stack deploy\` does nothing with \`${name}\`` });
			}
		}
		return problems;
	},
});
