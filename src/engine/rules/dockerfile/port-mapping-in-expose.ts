import { argumentWords } from "../../dockerfile/argument-words.ts";
import type { Instruction, Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "port-mapping-in-expose",
	peers: {
		buildkit: ["ExposeInvalidFormat"],
		tally: ["buildkit/ExposeInvalidFormat"],
		dockerfilelint: ["expose_host_port"],
		"dockerfile-utils": ["INVALID_PROTO"],
	},
	category: "correctness",
	severity: "warning",
	title: "EXPOSE maps a port to one of the host",
	why: [
		"`EXPOSE` names ports of the container alone: the address and the port of the host are thrown away, and nothing is published.",
		"Ports are mapped where the container is started, with `docker run --publish` or under `ports` of a Compose file.",
		"Docker means to refuse such a mapping one day.",
	],
	fixes: {
		safely: "The container's port stays, which is all that Docker takes of it.",
		never: "A variable brings the mapping.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				EXPOSE 8080:80
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
			if (!/[:$]/.test(word.text)) continue;
			const mapping = isMapping.exec(value ?? withoutModifiers(word.text));
			if (!mapping) continue;
			const host = hostRange(instruction, word);
			const port = mapping[1] ?? "";
			problems.push({
				at: host ?? word,
				message: say`\`EXPOSE\` takes no port of the host, and leaves it at \`${port}\``,
				...(host && { fix: { title: say`Leave the container's port`, edits: [remove(host)], safe: true } }),
			});
		}
		return problems;
	},
});

/** With something before a colon that Docker throws away, and a port behind it. */
const isMapping = /^.+:((?:\d+(?:-\d+)?|\$\w+|\$\{\w+\})(?:-(?:\d+|\$\w+|\$\{\w+\}))?(?:\/\w+)?)$/;

const withoutModifiers = (text: string): string => text.replaceAll(/\$\{(\w+):?[-+?][^}]*\}/g, "${$1}");

/** The part up to the last colon; undefined where that does not stand in the text as such. */
function hostRange({ logical, logicalArgs }: Instruction, { start, end, text }: Word): Range | undefined {
	const written = logical.text.slice(logicalArgs.start, logicalArgs.end);
	if (end - start !== text.length || /["'\\`]|\$\{\w+:/.test(text) || !written.includes(text)) return undefined;
	const colon = text.lastIndexOf(":");
	return colon < 0 ? undefined : { start, end: start + colon + 1 };
}
