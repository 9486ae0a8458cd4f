import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "git-clone-in-run",
	peers: { tally: ["tally/prefer-add-git"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A repository is cloned by a command",
	why: [
		"The layer of a `RUN` is kept as long as its text is the same, so that a clone is not renewed when the repository changes.",
		"`ADD https://….git#tag` asks the repository for the commit, is renewed when that changes, and needs no git in the image.",
	],
	fixes: { never: "The directory, the branch and the submodules are said in other ways there." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN git clone https://example.com/app.git /src
			`,
			good: dockerfile`
				FROM debian:12
				ADD https://example.com/app.git#v1.0 /src
			`,
		},
	],
	needs: ["git"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command } of commandsNamed(file, "git")) {
			const { args, program } = command;
			const clone = args.find(({ text }) => !text.startsWith("-"));
			if (!program || clone?.value !== "clone" || !args.some(({ text }) => /^["']?(?:https?|ssh|git):\/\/|^["']?git@/.test(text))) continue;
			problems.push({ at: { start: program.start, end: clone.end }, message: say`\`ADD\` can fetch a repository, and notices when it has changed` });
		}
		return problems;
	},
});
