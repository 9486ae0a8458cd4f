import { copiesOf } from "../../dockerfile/copies.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "add-of-link",
	peers: { kics: ["4b410d24"] },
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "`ADD` downloads a file into a layer of its own",
	why: [
		"What `ADD` downloads stays in its layer, even where the next instruction unpacks and removes it: a `RUN` with `curl` does all three in one.",
		"Where the file is kept as it is, `ADD` is as good, and with `--checksum` better.",
	],
	fixes: { never: "What becomes of the file decides how it is best downloaded." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ADD https://example.com/tool.tar.gz /tmp/
			`,
			good: dockerfile`
				FROM buildpack-deps:12-curl
				RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
			`,
		},
	],

	needs: ["ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const { instruction, sources } of copiesOf(file)) {
			if (instruction.keyword !== "ADD" || flagOf(instruction, "checksum") || flagOf(instruction, "unpack")) continue;
			for (const { word, value, kind } of sources)
				if (kind === "link") problems.push({ at: word, message: say`\`ADD\` downloads \`${value ?? ""}\` into a layer of its own` });
		}
		return problems;
	},
});
