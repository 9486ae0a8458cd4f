import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "download-then-unpack",
	peers: { tally: ["tally/prefer-add-unpack"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "An archive is downloaded and unpacked by commands",
	why: [
		"`ADD --unpack` fetches and unpacks an archive without curl or tar in the image, checks it by `--checksum`, and is renewed when the file on the server is another.",
		"It needs version 1.17 of the Dockerfile syntax.",
	],
	fixes: { never: "What is left out of the archive, and where it goes, is said in other ways there." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fsSL https://example.com/app.tar.gz | tar -xz -C /opt
			`,
			good: dockerfile`
				FROM debian:12
				ADD --unpack https://example.com/app.tar.gz /opt
			`,
		},
	],
	needs: ["tar"],

	check(file) {
		const problems: Problem[] = [];
		for (const { command, commands, index } of commandsNamed(file, "tar")) {
			const { args, program } = command;
			if (!program || !args.some(({ text }, at) => /^-[a-zA-Z]*x|^--(?:extract|get)$/.test(text) || (at === 0 && /^[a-zA-Z]*x[a-zA-Z]*$/.test(text)))) continue;
			const before = commands[index - 1];
			const download = command.joint === "|" ? before : commands.slice(0, index).findLast(({ name }) => name === "curl" || name === "wget");
			if (!download || (download.name !== "curl" && download.name !== "wget")) continue;
			const isPiped = command.joint === "|";
			if (!isPiped && !args.some(({ text }) => !text.startsWith("-") && download.args.some((arg) => arg.text.endsWith(text) && text.includes(".")))) continue;
			problems.push({
				at: program,
				message: say`\`ADD --unpack\` can fetch and unpack this`,
				related: [{ at: download.program ?? download.range, message: say`the download` }],
			});
		}
		return problems;
	},
});
