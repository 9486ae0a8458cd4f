import { entryRangeIn, literalOf } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "pull-policy-conflict",
	category: "correctness",
	severity: "info",
	title: "`pull_policy` and the rest of a service do not go together",
	why: [
		"With `build` as its policy an image is never pulled: without a `build` section it is never there.",
		"With `always` what is built here is replaced by what the registry has under the same name.",
	],
	fixes: { onRequest: "`pull_policy` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    pull_policy: build
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["pull_policy"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const policy = literalOf(entryOf(service, "pull_policy"));
			const isBuilt = entryOf(service, "build") !== undefined;
			const hasImage = entryOf(service, "image") !== undefined;
			if (!(policy === "build" && !isBuilt) && !(policy === "always" && isBuilt)) continue;
			const at = entryRangeIn(file, service, "pull_policy");
			if (!at) continue;
			const edit = removal(file, at);
			const message =
				policy === "build"
					? say`the image is to be built, and there is no \`build\` section`
					: hasImage
						? say`what is built here is replaced by what the registry has`
						: say`there is no image to pull, for it is built here and has no name`;
			problems.push({ at, message, ...(edit && { fix: { title: say`Remove \`pull_policy\``, edits: [edit], safe: false } }) });
		}
		return problems;
	},
});
