import { argumentWords } from "../../dockerfile/argument-words.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "port-protocol-in-capitals",
	peers: {
		buildkit: [{ id: "ExposeProtoCasing", severity: "warning" }],
		tally: ["buildkit/ExposeProtoCasing"],
	},
	category: "style",
	severity: "info",
	title: "EXPOSE has a protocol in capitals",
	why: [
		"Docker keeps protocols in small letters and makes them of the capitals; `docker build` complains of it.",
		"Other tools that read the file may not know `80/TCP`.",
	],
	fixes: {
		safely: "Small letters are written, as Docker keeps them.",
		never: "A variable brings the protocol.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				EXPOSE 80/TCP
			`,
			good: dockerfile`
				FROM debian:12
				EXPOSE 80/tcp
			`,
		},
	],

	needs: ["EXPOSE"],
	check(file) {
		const problems: Problem[] = [];
		for (const { word, value } of argumentWords(file, "EXPOSE")) {
			const protocol = value === undefined ? undefined : inCapitals.exec(value)?.[1];
			if (protocol === undefined || protocol === protocol.toLowerCase()) continue;
			const at = { start: word.end - protocol.length, end: word.end };
			const isWritten = file.text.slice(at.start, at.end) === protocol;
			problems.push({
				at: isWritten ? at : word,
				message: say`Docker knows the protocol \`${protocol}\` as \`${protocol.toLowerCase()}\``,
				...(isWritten && { fix: { title: say`Write ${protocol.toLowerCase()}`, edits: [replace(at, protocol.toLowerCase())], safe: true } }),
			});
		}
		return problems;
	},
});

const inCapitals = /\/(tcp|udp|sctp)$/i;
