import { argumentWords } from "../../dockerfile/argument-words.ts";
import { removeInstruction } from "../../dockerfile/remove-instruction.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Edit, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "exposed-ssh-port",
	peers: {
		trivy: ["DS-0004"],
		checkov: ["CKV_DOCKER_1"],
		kics: ["5907595b"],
	},
	category: "security",
	severity: "off",
	title: "The port of SSH is exposed",
	why: [
		"An SSH server in a container has keys and passwords to look after, and is one more thing to break into; `docker exec` gives a shell without one.",
		"A server of which SSH is the purpose, of Git or of files, has its port here with good reason.",
	],
	fixes: { onRequest: "The port goes; what listens on it stays." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				EXPOSE 22 80
			`,
			good: dockerfile`
				FROM debian:12
				EXPOSE 80
			`,
		},
	],

	needs: ["EXPOSE"],
	check(file) {
		const problems: Problem[] = [];
		for (const { instruction, word, value } of argumentWords(file, "EXPOSE")) {
			if (!isSsh.test(value ?? "")) continue;
			const edit = removePort(file, instruction, word);
			problems.push({
				at: word,
				message: say`port 22 is that of SSH, which a container seldom needs`,
				...(edit && { fix: { title: say`Do not expose it`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});

const isSsh = /^22(?:\/tcp)?$/i;

function removePort(file: Dockerfile, instruction: Instruction, word: Word): Edit | undefined {
	const { args } = instruction;
	if (args.length === 1) return removeInstruction(file, instruction);
	const index = args.indexOf(word);
	const [before, after] = [args[index - 1], args[index + 1]];
	return before ? remove({ start: before.end, end: word.end }) : remove({ start: word.start, end: after?.start ?? word.end });
}
