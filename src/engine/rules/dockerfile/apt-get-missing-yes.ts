import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { isFed } from "../../shell/answers.ts";
import { aptPrograms, assumeYes, isConfigured } from "../../shell/apt.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { asHadolint } from "../as-hadolint.ts";
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
	options: {
		everyInstall: {
			default: false,
			hadolint: true,
			description: "Report every `apt-get install` that does not say yes itself, whatever a configuration, a pipe or a variable says.",
		},
	},
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
	check(file, { options: { everyInstall } }) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, ...aptPrograms)) {
			const { program, subcommand } = call;
			const isAsking = everyInstall
				? subcommand === "install" && !saysYes(call)
				: asking.has(subcommand) && !hasNothingToDo(call) && !isAnswered(call) && !isConfigured(file, call, assumeYes);
			if (isAsking) problems.push({ ...unanswered(call, "-y", call.word), ...asHadolint(call, program === "apt-get" && subcommand === "install") });
		}
		return problems;
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

/** Without packages there is nothing to ask about, unless others are removed or mended along with them. */
const hasNothingToDo = (call: Call): boolean =>
	onPackages.has(call.subcommand) &&
	call.operands.length === 0 &&
	!call.command.wrappers.includes("xargs") &&
	!hasOption(call, "-f", "--fix-broken", "--auto-remove", "--autoremove");

const onPackages = new Set(["install", "reinstall", "remove", "purge"]);

/** As hadolint has it. */
const saysYes = (call: Call): boolean => hasOption(call, "-y", "--yes", "--assume-yes") || isVeryQuiet(call);

function isAnswered(call: Call): boolean {
	const { isOpen } = call;
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
	return isVeryQuiet(call);
}

/** Twice quiet implies yes. */
function isVeryQuiet({ options }: Call): boolean {
	let quiet = 0;
	for (const [name, value] of options) if (name === "-q" || name === "--quiet") quiet = value ? Number(value) : quiet + 1;
	return quiet >= 2;
}
