import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { rootReferenceBefore } from "../../dockerfile/root-reference.ts";
import { isRubyImage } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { removeCommand } from "../../shell/remove-command.ts";
import { say } from "../../text/message.ts";
import { remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "bundler-installed-again",
	peers: { tally: ["tally/ruby/redundant-bundler-install"] },
	category: "reproducibility",
	severity: "info",
	title: "Bundler is installed where it is already",
	why: [
		"The official images of Ruby have the Bundler that goes with them, and it takes the version that `Gemfile.lock` names by itself.",
		"The newest one, which this installs instead, is another with each build, and gives up older Rubies from one day to the next.",
	],
	fixes: {
		onRequest: "The image then has the Bundler that its Ruby came with.",
		never: "The command cannot be taken out.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				RUN gem install bundler && bundle install
			`,
			good: dockerfile`
				FROM ruby:3.3
				RUN bundle install
			`,
		},
	],

	needs: ["gem"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "gem")) {
			const index = call.operands.indexOf("bundler");
			const word = call.operandWords[index];
			if (
				index < 0 ||
				!word ||
				!/^i(?:nstall)?$/.test(call.subcommand) ||
				call.isOpen ||
				hasOption(call, "-v", "--version", "--pre", "--prerelease", "--conservative")
			)
				continue;
			const reference = rootReferenceBefore(file, call.instruction);
			if (!reference || !isRubyImage(reference)) continue;
			const fix = without(file, call, index);
			problems.push({ at: word, message: say`the base image has Bundler, and this installs whichever is the newest`, ...(fix && { fix }) });
		}
		return problems;
	},
});

function without(file: Dockerfile, { command, operands, operandWords, instruction }: Call, index: number): Fix | undefined {
	const title = say`Use the image's own`;
	const word = operandWords[index];
	const before = word && (command.args[command.args.indexOf(word) - 1] ?? command.program);
	const edit =
		operands.length === 1
			? removeCommand(file, instruction, command)
			: word && before && !command.exec
				? remove({ start: before.end, end: word.end })
				: undefined;
	return edit && { title, edits: [edit], safe: false };
}
