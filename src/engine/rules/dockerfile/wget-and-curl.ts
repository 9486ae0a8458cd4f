import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed, type NamedCommand } from "../../shell/named-commands.ts";
import { isPlain } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "wget-and-curl",
	peers: {
		hadolint: [{ id: "DL4001", severity: "warning" }],
		tally: ["hadolint/DL4001"],
		trivy: ["DS-0014"],
		kics: ["fc775e75"],
		semgrep: ["use-either-wget-or-curl"],
	},
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "Both wget and curl are used in one stage",
	why: ["Each does what the other does, so that one of them is installed, updated and scanned for nothing."],
	options: { wrapped: { default: true, hadolint: false, description: "Count also what another program starts, `sudo wget`." } },
	fixes: { never: "What the one does by an option, the other does by another." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN wget -q https://example.com/a.tar.gz
				RUN curl -fsSLO https://example.com/b.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN curl -fsSLO https://example.com/a.tar.gz
				RUN curl -fsSLO https://example.com/b.tar.gz
			`,
		},
	],
	needs: ["wget", "curl"],

	check(file, { options: { wrapped } }) {
		const problems: Problem[] = [];
		const first = new Map<Stage | undefined, NamedCommand>();
		const both = new Set<Stage | undefined>();
		let last: NamedCommand["run"] | undefined;
		for (const use of commandsNamed(file, "wget", "curl")) {
			const { run, command } = use;
			if (!wrapped && !isPlain(command)) continue;
			const stage = stageOf(file, run);
			const other = first.get(stage);
			if (!other) first.set(stage, use);
			else if (other.command.name !== command.name) both.add(stage);
			if (!both.has(stage) || run === last) continue;
			last = run;
			problems.push({
				at: command.program ?? command.range,
				message: say`this stage uses \`wget\` and \`curl\`, which do the same`,
				related: other ? [{ at: other.command.program ?? other.command.range, message: say`\`${other.command.name ?? ""}\` came first` }] : [],
			});
		}
		return problems;
	},
});
