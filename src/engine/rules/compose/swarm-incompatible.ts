import { findEntry } from "../../compose/rewrite/parts.ts";
import { type ComposeEntry, nameOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";
import { isForSwarm } from "../swarm.ts";
import { isKeyOfSwarm, sectionsRefusedBySwarm } from "../swarm-keys.ts";

export default composeRule({
	id: "swarm-incompatible",
	category: "correctness",
	severity: "off",
	title: "A file for Swarm says what `docker stack deploy` refuses",
	why: [
		"`docker stack deploy` reads files by an older schema than Compose: it knows no `profiles` and no `pids_limit`, and refuses the whole file for one key.",
		"A file is taken to be for Swarm by its name, such as `docker-stack.yml`, and by what only Swarm does anything with, such as `placement` and overlay networks.",
	],
	fixes: { never: "What does the same in Swarm, often under `deploy`, depends on what is meant." },
	options: { everywhere: { default: false, description: "Report in all files, whatever they are for." } },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512m
				    deploy:
				      placement:
				        constraints: [node.role == worker]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      placement:
				        constraints: [node.role == worker]
				      resources:
				        limits:
				          memory: 512m
			`,
		},
	],

	check(file, { options: { everywhere } }) {
		const problems: Problem[] = [];
		if (!everywhere && !isForSwarm(file)) return problems;
		const refuse = (entry: ComposeEntry, message: Message): void => void problems.push({ at: entry.key, message });
		for (const root of file.roots) {
			for (const entry of root.kind === "mapping" ? root.entries : []) {
				const name = nameOf(entry) ?? "";
				if (sectionsRefusedBySwarm.has(name)) refuse(entry, say`\`docker stack deploy\` knows no \`${name}\``);
			}
		}
		const services = findEntry(file, "services")?.value;
		for (const { value: service } of services?.kind === "mapping" ? services.entries : []) {
			for (const entry of service?.kind === "mapping" ? service.entries : []) {
				const name = nameOf(entry) ?? "";
				const form = name === "" ? undefined : formRefused(entry, name);
				if (!isKeyOfSwarm(name)) refuse(entry, say`\`docker stack deploy\` knows no \`${name}\` of a service`);
				else if (form) refuse(form, say`\`docker stack deploy\` does not know this form of \`${name}\``);
			}
		}
		return problems;
	},
});

/** What Swarm knows in its older form alone. */
function formRefused(entry: ComposeEntry, name: string): ComposeEntry | undefined {
	const { value } = entry;
	if (name === "depends_on") return value?.kind === "mapping" ? entry : undefined;
	if (name === "env_file") return value?.kind === "sequence" && value.items.some(({ kind }) => kind === "mapping") ? entry : undefined;
	if (name !== "ports" || value?.kind !== "sequence") return undefined;
	for (const port of value.items) {
		const published = port.kind === "mapping" ? port.entries.find((each) => nameOf(each) === "published") : undefined;
		// A number in quotes is text.
		if (published?.value?.kind === "scalar" && !published.value.isPlain) return published;
	}
	return undefined;
}
