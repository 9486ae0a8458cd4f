import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { isFed } from "../../shell/answers.ts";
import { aptPrograms, assumeYes, isConfigured } from "../../shell/apt.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { fixesOfUnanswered, unanswered } from "../unanswered.ts";

export default dockerfileRule({
	id: "apt-get-missing-yes",
	formerIds: ["apt-get-assume-yes"],
	peers: {
		hadolint: ["DL3014"],
		tally: ["hadolint/DL3014"],
		trivy: ["DS-0021"],
		kics: ["77783205"],
		semgrep: ["missing-assume-yes-switch"],
		dockerfilelint: ["apt-get_missing_param"],
	},
	category: "correctness",
	severity: "warning",
	title: "apt-get asks a question that nobody can answer",
	why: [
		"Before it installs or removes anything, apt-get asks whether to go on.",
		"During a build nobody is there to answer: apt-get gives up, and the build fails as soon as there is something to ask.",
	],
	fixes: fixesOfUnanswered,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install --no-install-recommends curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y --no-install-recommends curl
			`,
		},
	],

	needs: aptPrograms,
	*check(file) {
		for (const call of callsOf(file, ...aptPrograms)) {
			if (asking.has(call.subcommand) && !isAnswered(call) && !isConfigured(file, call, assumeYes)) yield unanswered(call, "-y", call.word);
		}
	},
});

const asking = new Set([
	"install",
	"reinstall",
	"remove",
	"purge",
	"upgrade",
	"dist-upgrade",
	"full-upgrade",
	"safe-upgrade",
	"build-dep",
	"satisfy",
	"autoremove",
	"autopurge",
]);

function isAnswered(call: Call): boolean {
	const { options, isOpen } = call;
	if (isOpen || isFed(call)) return true;
	if (
		hasOption(
			call,
			"-y",
			"--yes",
			"--assume-yes",
			"--assume-no",
			"--force-yes",
			"-s",
			"--simulate",
			"--just-print",
			"--dry-run",
			"--no-act",
			"--print-uris",
			"-h",
			"--help",
		)
	)
		return true;
	// Twice quiet implies yes.
	let quiet = 0;
	for (const [name, value] of options) if (name === "-q" || name === "--quiet") quiet = value ? Number(value) : quiet + 1;
	return quiet >= 2;
}
