import { type LintedCompose, rangeIn, relativeTo } from "../../compose/linted.ts";
import { pairsIn } from "../../compose/pairs.ts";
import { entryOf, itemsIn, type Mapping, textOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { environmentFilesOf } from "../environment-files.ts";

export default composeRule({
	id: "env-file-overridden",
	category: "practice",
	severity: "off",
	title: "`environment` gives a variable another value than its `env_file`",
	why: ["What stands under `environment` counts over all files. Who changes the value in the file wonders why nothing changes."],
	fixes: { never: "Which of both is meant, only their author knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: web.env
				    environment:
				      MODE: fast
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    env_file: web.env
				    environment:
				      LEVEL: info
			`,
			files: { "web.env": "MODE=debug\n" },
		},
	],
	needs: [["env_file", "environment"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const said = valuesOf(file, service);
			if (said.size === 0) continue;
			for (const { name, text, value, origin } of pairsIn(entryOf(service, "environment"))) {
				const other = said.get(name);
				const at = rangeIn(file, origin);
				if (!at || !other || text === undefined || text === other.value || value?.kind !== "string" || value.template !== undefined) continue;
				problems.push({ at, message: say`\`${name}\` is \`${other.value}\` in \`${relativeTo(file, other.path) ?? other.path}\`, which does not count` });
			}
		}
		return problems;
	},
});

function valuesOf(file: LintedCompose, service: Mapping): ReadonlyMap<string, { readonly path: string; readonly value: string }> {
	const found = new Map<string, { path: string; value: string }>();
	for (const named of itemsIn(entryOf(service, "env_file"))) {
		const path = textOf(entryOf(named, "path") ?? named) ?? "";
		const read = environmentFilesOf(file).find((each) => each.path === path)?.read;
		for (const { name, value } of read?.entries ?? []) if (value !== undefined) found.set(name, { path, value });
	}
	return found;
}
