import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { isRunByRoot } from "../../dockerfile/users.ts";
import { isOfficialImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import { emptyingOf } from "../../shell/emptied-caches.ts";
import { isMountedIn } from "../../shell/package-caches.ts";
import { refusalsOf, type ToolCache, toolCaches } from "../../shell/tool-caches.ts";
import { say } from "../../text/message.ts";
import { type Edit, insert, remove } from "../../text/text.ts";

const programs = toolCaches.flatMap((cache) => cache.programs);

export default dockerfileRule({
	id: "package-download-uncached",
	formerIds: ["prefer-package-cache-mounts"],
	peers: { tally: ["tally/prefer-package-cache-mounts", "tally/ruby/prefer-bundler-cache-mount"] },
	category: "cache",
	severity: "off",
	title: "Packages are downloaded again by each build",
	why: [
		"When anything above the `RUN` has changed, all packages are downloaded again, those too that are the same as before.",
		"`RUN --mount=type=cache` keeps the downloads from one build to the next, outside of the image.",
	],
	fixes: {
		onRequest: "The builder has to be BuildKit, and what empties the cache goes.",
		never: "It is not known who runs the tool, or what empties the cache cannot be taken out.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.23
				RUN go mod download
			`,
			good: dockerfile`
				FROM golang:1.23
				RUN --mount=type=cache,target=/go/pkg/mod go mod download
			`,
		},
	],

	needs: programs,
	check(file) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, ...programs)) {
			for (const cache of toolCaches) {
				if (!calls.some((call) => cache.programs.includes(call.program) && cache.fills(call))) continue;
				const own = calls.filter((call) => cache.programs.includes(call.program));
				const filling = own.filter(cache.fills);
				const [first] = filling;
				if (!first || isMountedIn(file, run, { directories: cache.targets.map((path) => ({ path })) })) continue;
				const { program, subcommand, range } = first;
				const fix = withMount(file, run, cache, own, filling);
				problems.push({
					at: range,
					message: say`\`${subcommand ? `${program} ${subcommand}` : program}\` downloads everything again, since no cache is mounted at \`${cache.targets[0]}\``,
					...(fix && { fix }),
				});
			}
		}
		return problems;
	},
});

function withMount(file: Dockerfile, run: Instruction, cache: ToolCache, own: readonly Call[], filling: readonly Call[]): Fix | undefined {
	if (run.startLine === 0 || run.json) return undefined;
	// Of apt both halves have to be kept, or one is of no use.
	const targets = (cache.isExclusive ? cache.targets : cache.targets.slice(0, 1)).map((path) => (path.startsWith("~") ? homeOf(file, run, path) : path));
	if (targets.some((path) => path === undefined)) return undefined;
	const flags = targets.map((path) => ` --mount=type=cache,target=${path}${cache.isExclusive ? ",sharing=locked" : ""}`).join("");
	const edits: Edit[] = [insert(run.keywordRange.end, flags)];
	for (const call of filling) edits.push(...withoutRefusals(call, cache));
	const emptyings = emptyingOf(
		file,
		run,
		own.filter(cache.empties),
		targets.filter((path) => path !== undefined),
	);
	for (const { edit } of emptyings) {
		if (!edit) return undefined;
		edits.push(edit);
	}
	const stage = stageOf(file, run);
	const image = stage && rootImageOf(file, stage);
	if (cache.isExclusive && image !== undefined && isOfficialImage(image)) {
		if (run.heredocs.length > 0 || run.json) return undefined;
		edits.push(insert(run.argsRange.start, "rm -f /etc/apt/apt.conf.d/docker-clean && "));
	}
	const sorted = edits.toSorted((one, other) => one.start - other.start);
	return sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0))
		? undefined
		: { title: say`Mount a cache at \`${targets.join(", ")}\``, edits, safe: false };
}

const homeOf = (file: Dockerfile, run: Instruction, path: string): string | undefined => (isRunByRoot(file, run) ? `/root${path.slice(1)}` : undefined);

function withoutRefusals(call: Call, cache: ToolCache): readonly Edit[] {
	const { args, program } = call.command;
	const refusals = refusalsOf(call, cache);
	return args.flatMap((word, index) => {
		const before = index > 0 ? args[index - 1] : program;
		return before && word.value !== undefined && refusals.includes(word.value) ? [remove({ start: before.end, end: word.end })] : [];
	});
}
