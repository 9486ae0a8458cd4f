import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { folderOf } from "../../compose/file-paths.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import type { VariableUse } from "../../compose/template.ts";
import { say } from "../../text/message.ts";
import { type Edit, replace } from "../../text/text.ts";
import { variablesOf } from "../interpolated-variables.ts";
import { environmentExampleOf } from "../environment-examples.ts";
import { ownEnvironmentPath } from "../environment-files.ts";
import { strayOffsets } from "../stray-dollars.ts";

export default composeRule({
	id: "interp-unset",
	category: "correctness",
	severity: "info",
	title: "A variable is used that is not set, and nothing stands in for it",
	why: [
		"Compose warns and goes on with nothing in its place: an image without a tag, a port that is free by chance, a path that is the root of the disk.",
		"Where the folder has no `.env`, the variables come from a shell, a pipeline or a server that nobody sees here, and nothing is told unless it is wanted.",
		"Where it has an example such as `.env.example` with the variable, and no `.env` yet, nothing is told either: it has only to be copied.",
	],
	options: {
		withoutFile: {
			default: false,
			strict: true,
			description: "Report variables also where the folder has no `.env`.",
		},
	},
	fixes: { onRequest: "`:-` is added, which takes nothing in its place without a warning, and behind which a default can be written." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:\${TAG}
			`,
			good: compose`
				services:
				  web:
				    image: nginx:\${TAG:-}
			`,
			files: { ".env": "PORT=8080\n" },
		},
	],

	check(file, { options: { withoutFile } }) {
		const { unset } = file.project;
		if (unset.length === 0 || !isEnvironmentKnown(file)) return none;
		const names = new Set(unset.flatMap(({ name, at }) => (at.file === file.path ? [name] : [])));
		const hasFile = file.files.text(ownEnvironmentPath(file)) !== undefined;
		if (!hasFile && !withoutFile) return none;
		const example = hasFile ? undefined : environmentExampleOf(file);
		const problems: Problem[] = [];
		const told = new Set<string>();
		const uses = variablesOf(file);
		for (const { name, operator, start, end } of uses) {
			if (operator !== "" || !names.has(name) || file.environment(name) !== undefined || example?.names.has(name) || strayOffsets(file).has(start)) continue;
			if (told.has(name)) continue;
			told.add(name);
			problems.push({
				at: { start, end },
				message: say`\`${name}\` is not set, and Compose takes nothing in its place`,
				fix: { title: say`Take nothing where \`${name}\` is not set`, edits: uses.flatMap((use) => withDefault(use, name)), safe: false },
			});
		}
		return problems;
	},
});

/** In all places, for it is the same variable. */
const withDefault = (use: VariableUse, name: string): readonly Edit[] => (use.name === name && use.operator === "" ? [replace(use, `\${${name}:-}`)] : []);

const none: readonly Problem[] = [];

/** Of a file in no folder nobody knows what its `.env` says. */
const isEnvironmentKnown = (file: LintedCompose): boolean => file.files.list(folderOf(ownEnvironmentPath(file))) !== undefined;
