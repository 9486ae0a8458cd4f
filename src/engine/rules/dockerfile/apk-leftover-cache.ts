import { isMounted, mountsOf } from "../../dockerfile/mounts.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { fetchesIndex, indexes, isElsewhere, isIndexNeededAfter } from "../../shell/apk.ts";
import { type Call, callsByRun, hasOption, insertAfter } from "../../shell/calls.ts";
import { isEmptiedAfter } from "../../shell/removal.ts";
import { say } from "../../text/message.ts";
import { type Range, remove } from "../../text/text.ts";
import { asHadolint, isPlain, notHadolints } from "../as-hadolint.ts";
import { everyStage } from "../every-stage.ts";

export default dockerfileRule({
	id: "apk-leftover-cache",
	formerIds: ["apk-no-cache"],
	peers: {
		hadolint: ["DL3019"],
		trivy: ["DS-0025"],
		kics: ["ae9c56a6"],
		semgrep: ["missing-apk-no-cache"],
		dockle: ["DKL-DI-0004"],
		dockerfilelint: ["apkadd-missing_nocache_or_updaterm"],
	},
	category: "size",
	severity: "info",
	title: "apk's package index stays in the image",
	why: [
		"Without `--no-cache`, apk stores the index of all packages in `/var/cache/apk`, and it stays in the image for no use.",
		"With `--no-cache` it fetches a fresh index, so that no update is needed before, and keeps nothing.",
	],
	options: {
		everyStage,
		everyAdd: { default: false, hadolint: true, description: "Report every `apk add` without `--no-cache`, in all stages and whatever is removed afterwards." },
	},
	fixes: {
		safely: "No later call of apk needs the index.",
		onRequest: "A later call of apk may look into the index.",
		never: "`apk update` cannot be taken out from among other commands.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				RUN apk add curl
			`,
			good: dockerfile`
				FROM alpine:3.22
				RUN apk add --no-cache curl
			`,
		},
		{
			bad: dockerfile`
				FROM alpine:3.22
				RUN apk update && apk add --no-cache curl
			`,
			good: dockerfile`
				FROM alpine:3.22
				RUN apk add --no-cache curl
			`,
		},
	],

	needs: ["apk"],
	check(file, { options: { everyStage, everyAdd } }) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, "apk")) {
			const fetching = everyAdd ? calls.filter(isHadolints) : calls.filter(fetchesIndex);
			if (fetching.length === 0 || (!everyStage && !everyAdd && !isShipped(file, run)) || isInMount(file, run, everyAdd)) continue;
			const isLeft = (call: Call): boolean =>
				everyAdd
					? !call.command.args.some(({ text }) => text.startsWith("--no-cache"))
					: !hasOption(call, "--no-cache") && !isElsewhere(call) && !isEmptiedAfter(file, run, call.command, indexes);
			const update = calls.find((call) => call.subcommand === "update" && isLeft(call));
			const caching = fetching.filter((call) => (everyAdd || !call.isOpen) && isLeft(call));
			const redundant = update && redundantText(file, update, calls, caching);
			for (const [index, call] of caching.entries()) {
				const { command, subcommand, word, range } = call;
				const isUpdated = index === 0 && redundant;
				problems.push({
					at: range,
					message: say`\`apk ${subcommand}\` without \`--no-cache\` leaves the package index in the image`,
					fix: {
						title: isUpdated ? say`Add \`--no-cache\` and remove \`apk update\`` : say`Add \`--no-cache\``,
						edits: [...(isUpdated ? [remove(redundant)] : []), insertAfter(command, word, "--no-cache")],
						safe: !isIndexNeededAfter(file, call),
					},
					...asHadolint(call, subcommand === "add"),
				});
			}
			if (!update || caching.length > 0 || !fetching.every((call) => hasOption(call, "--no-cache"))) continue;
			const fix: Fix | undefined = redundant && { title: say`Remove \`apk update\``, edits: [remove(redundant)], safe: !isIndexNeededAfter(file, update) };
			problems.push({
				at: update.range,
				message: say`\`apk update\` leaves the package index in the image, and \`apk add --no-cache\` does without it`,
				...(fix && { fix }),
				...notHadolints,
			});
		}
		return problems;
	},
});

const isHadolints = (call: Call): boolean => call.subcommand === "add" && isPlain(call.command);

const isInMount = (file: Dockerfile, run: Instruction, exactly: boolean): boolean =>
	exactly ? mountsOf(file, run).some(({ target }) => target === indexes.path) : isMounted(file, run, indexes.path) || isMounted(file, run, "/etc/apk/cache");

/** From the update to the call that comes next, where that and all others fetch the index by themselves, and keep none once they are mended. */
function redundantText({ text }: Dockerfile, { command, index }: Call, calls: readonly Call[], caching: readonly Call[]): Range | undefined {
	const later = calls.filter((call) => call.index > index);
	const next = later[0]?.index === index + 1 ? later[0].command : undefined;
	if (!next || (next.joint !== "&&" && next.joint !== ";") || command.exec || command.wrappers.length + next.wrappers.length > 0) return undefined;
	if (
		!later.every((call) => call.subcommand === "del" || (fetchesIndex(call) && !isElsewhere(call) && (caching.includes(call) || hasOption(call, "--no-cache"))))
	)
		return undefined;
	if (next.place.branch !== command.place.branch || next.place.process !== command.place.process || next.assignments.length + command.assignments.length > 0)
		return undefined;
	const range = { start: command.range.start, end: next.range.start };
	return /^[\s\\&;]*$/.test(text.slice(command.range.end, range.end)) ? range : undefined;
}
