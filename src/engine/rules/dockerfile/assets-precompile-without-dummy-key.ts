import { mountsOf } from "../../dockerfile/mounts.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { isVariableSet, railsTasks } from "../../shell/bundler.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "assets-precompile-without-dummy-key",
	peers: { tally: ["tally/ruby/asset-precompile-without-dummy-key"] },
	category: "security",
	severity: "off",
	title: "Rails' assets are compiled with the application's real key",
	why: [
		"In production Rails starts with `SECRET_KEY_BASE` or the master key alone, so that the build needs a secret that compiling assets has no use for.",
		"With `SECRET_KEY_BASE_DUMMY=1` Rails 7.1 and later take a key of their own for it.",
	],
	fixes: {
		onRequest: "Rails has to be 7.1 or newer.",
		never: "Another program starts the command, or an exec form holds it.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				COPY . .
				RUN ./bin/rails assets:precompile
			`,
			good: dockerfile`
				FROM ruby:3.3
				COPY . .
				RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
			`,
		},
	],

	needs: ["rails", "rake", "bundle"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of railsTasks(file, "assets:precompile")) {
			const { command, instruction, range } = call;
			const isGiven = isVariableSet(file, call, "SECRET_KEY_BASE_DUMMY") || isVariableSet(file, call, "SECRET_KEY_BASE");
			if (isGiven || !command.program || mountsOf(file, instruction).some(({ type }) => type === "secret")) continue;
			const edits = command.wrappers.length > 0 || command.exec ? undefined : [insert(command.program.start, "SECRET_KEY_BASE_DUMMY=1 ")];
			const fix = edits && { title: say`Set \`SECRET_KEY_BASE_DUMMY\``, edits, safe: false };
			problems.push({
				at: range,
				message: say`this starts Rails, which wants the application's real key without \`SECRET_KEY_BASE_DUMMY\``,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});
