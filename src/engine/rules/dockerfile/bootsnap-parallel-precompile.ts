import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { callsOf, hasOption, insertAfter } from "../../shell/calls.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "bootsnap-parallel-precompile",
	peers: { tally: ["tally/ruby/bootsnap-precompile-without-j1"] },
	category: "correctness",
	severity: "off",
	title: "Bootsnap compiles in parallel",
	why: [
		"Bootsnap starts a process for each processor, and under QEMU, where an image for another platform is built, those hang or crash.",
		"With `-j 1` it compiles in one, which is what Rails' own Dockerfile does.",
	],
	fixes: { safely: "The same files are compiled, by one process.", never: "An exec form holds the command." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				RUN bundle exec bootsnap precompile --gemfile app/ lib/
			`,
			good: dockerfile`
				FROM ruby:3.3
				RUN bundle exec bootsnap precompile -j 1 --gemfile app/ lib/
			`,
		},
	],

	needs: ["bootsnap", "bundle"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "bootsnap", "bundle")) {
			const { program, subcommand, operands, operandWords, command, isOpen } = call;
			const isStarted =
				program === "bootsnap"
					? subcommand === "precompile"
					: subcommand === "exec" && /(?:^|\/)bootsnap$/.test(operands[0] ?? "") && operands[1] === "precompile";
			const word = program === "bootsnap" ? call.word : operandWords[1];
			if (!isStarted || !word || isOpen || hasOption(call, "-j", "--jobs")) continue;
			const fix = { title: say`Compile in one process`, edits: [insertAfter(command, word, "-j 1")], safe: true };
			problems.push({
				at: word,
				message: say`Bootsnap compiles in as many processes as there are processors, which fails under QEMU`,
				...(!command.exec && { fix }),
			});
		}
		return problems;
	},
});
