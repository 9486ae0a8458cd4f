import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "vulnerable-openssl-download",
	peers: { kics: ["5fa731ea"] },
	category: "security",
	severity: "warning",
	title: "A version of OpenSSL with a known hole is downloaded",
	why: [
		"OpenSSL 3.0.0 to 3.0.6 write past a buffer when they check a certificate's e-mail address (CVE-2022-3602 and CVE-2022-3786).",
		"What is built from a download is not updated with the system's packages, and a scanner that looks at packages does not see it.",
	],
	fixes: { never: "Which version you can use is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fsSLO https://www.openssl.org/source/openssl-3.0.5.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN curl -fsSLO https://www.openssl.org/source/openssl-3.0.16.tar.gz
			`,
		},
	],
	needs: ["curl", "wget", "aria2c"],

	check(file) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamed(file, "curl", "wget", "aria2c")) {
			if (!command.args.some(({ text }) => text.includes("openssl"))) continue;
			for (const word of command.args) {
				const [, version] = vulnerable.exec(expanded(file, run, word.text)) ?? [];
				if (version) problems.push({ at: word, message: say`OpenSSL ${version} is open to CVE-2022-3602; version 3.0.7 closed it` });
			}
		}
		return problems;
	},
});

const vulnerable = /openssl-?[/_-](?:openssl-)?(3\.0\.[0-6])(?:\.tar|\.zip|\/|$|["'])/;

/** The word with the values of the file's own variables. */
const expanded = (file: Dockerfile, run: Instruction, text: string): string =>
	text.replace(/\$\{?(\w+)\}?/g, (all, name: string) => scopeBefore(file, run).get(name)?.value ?? all);
