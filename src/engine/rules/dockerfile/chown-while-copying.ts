import { copiesOf } from "../../dockerfile/copies.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { removeFlag } from "../../dockerfile/remove-flag.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "chown-while-copying",
	peers: { kics: ["aa93e17f"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "Copied files belong to the account that runs the application",
	why: [
		"Who takes over a process may change every file that its account owns, the program itself among them.",
		"Files of root that others may read are enough for most applications; what they write belongs in a folder of its own.",
	],
	fixes: {
		safely: "The files go to root, to whom they belong anyway.",
		never: "The account may need to change the files.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				COPY --chown=node:node . /app
			`,
			good: dockerfile`
				FROM node:22
				COPY . /app
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		let problems: Problem[] | undefined;
		for (const { instruction } of copiesOf(file)) {
			const flag = flagOf(instruction, "chown");
			if (!flag?.value?.text) continue;
			const owner = valueOf(file, instruction, flag.value);
			const safe =
				owner !== undefined &&
				/^(?:root|0)(?::(?:root|0))?$/.test(owner) &&
				instruction.keyword === "COPY" &&
				flagOf(instruction, "from") === undefined &&
				!stateBefore(file, instruction).user;
			(problems ??= []).push({
				at: flag,
				message: safe
					? say`the copied files belong to root without \`--chown\`, too`
					: say`the copied files belong to \`${owner ?? flag.value.text}\`, who may change them`,
				...(safe && { fix: { title: say`Leave them to root`, edits: [removeFlag(file, flag)], safe } }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];
