import { type Mount, mountsOf } from "../../dockerfile/mounts.ts";
import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Flag, Instruction } from "../../dockerfile/syntax.ts";
import { userOf } from "../../dockerfile/users.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { isOfficialImage } from "../../image/base-images.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { changesDownloads } from "../../shell/apt.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import { emptyingOf } from "../../shell/emptied-caches.ts";
import { mayLieIn } from "../../shell/package-caches.ts";
import { refusalsOf, type ToolCache, toolCaches } from "../../shell/tool-caches.ts";
import { say } from "../../text/message.ts";
import { insert, remove } from "../../text/text.ts";

const programs = toolCaches.flatMap((cache) => cache.programs);

export default dockerfileRule({
	id: "cache-mount-defeated",
	category: "cache",
	severity: "warning",
	title: "A cache is mounted, and then not used",
	why: [
		"A cache mount keeps downloads from one build to the next, outside of the image, so that nothing has to be tidied up.",
		"An option that leaves the cache alone, a command that empties it or a place where nobody looks make the mount useless: everything is fetched again each time.",
	],
	fixes: {
		safely: "What the command leaves alone or empties, and what `sharing` says, is in the mount and not in the image.",
		onRequest: "apk takes an index from the cache that may be hours old; apt has to be told by another command to keep packages.",
		never: "Where the cache should be is for you to decide, or the command cannot be taken out from among the others.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir flask
			`,
			good: dockerfile`
				FROM python:3.13
				RUN --mount=type=cache,target=/root/.cache/pip pip install flask
			`,
		},
		{
			bad: dockerfile`
				FROM node:22
				RUN --mount=type=cache,target=/root/.npm npm ci && npm cache clean --force
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=cache,target=/root/.npm npm ci
			`,
		},
	],

	needs: ["--mount"],
	check(file) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, ...programs)) {
			if (run.flags.length === 0) continue;
			const mounts = cacheMounts(file, run);
			if (mounts.length === 0) continue;
			for (const cache of toolCaches) {
				const own = calls.filter((call) => cache.programs.includes(call.program));
				const filling = own.filter(cache.fills);
				const mounted = mounts.filter(({ target }) => cache.targets.some((path) => mayLieIn(path, target)));
				const [first] = filling;
				if (!first || mounted.length === 0) continue;
				for (const call of filling) for (const problem of refusing(call, cache, mounted[0])) problems.push(problem);
				for (const problem of emptying(file, run, own, cache, mounted)) problems.push(problem);
				for (const problem of misplaced(file, run, first, mounted)) problems.push(problem);
				if (cache.isExclusive) for (const problem of ofApt(file, run, mounted)) problems.push(problem);
			}
		}
		return problems;
	},
});

type CacheMount = { readonly target: string; readonly fields: Mount["fields"]; readonly flag: Flag };

function cacheMounts(file: Dockerfile, run: Instruction): readonly CacheMount[] {
	const flags = run.flags.filter(({ name, value }) => name === "mount" && value?.text);
	return mountsOf(file, run).flatMap(({ type, target, fields }, index) => {
		const flag = flags[index];
		return type === "cache" && target !== undefined && flag ? [{ target, fields, flag }] : [];
	});
}

function* refusing(call: Call, cache: ToolCache, mount: CacheMount | undefined): Iterable<Problem> {
	const { command, program } = call;
	for (const option of refusalsOf(call, cache)) {
		const index = command.args.findIndex(({ value }) => value === option);
		const word = command.args[index];
		const before = index > 0 ? command.args[index - 1] : command.program;
		if (!word || !mount) continue;
		const fix: Fix | undefined =
			before && !command.exec
				? { title: say`Remove \`${option}\``, edits: [remove({ start: before.end, end: word.end })], safe: program !== "apk" }
				: undefined;
		yield { at: word, message: say`\`${option}\` keeps \`${program}\` from using the cache at \`${mount.target}\``, ...(fix && { fix }) };
	}
}

function* emptying(file: Dockerfile, run: Instruction, own: readonly Call[], cache: ToolCache, mounted: readonly CacheMount[]): Iterable<Problem> {
	const targets = mounted.map(({ target }) => target);
	for (const { at, edit, target } of emptyingOf(file, run, own.filter(cache.empties), targets)) {
		yield {
			at,
			message: say`this empties the cache at \`${target}\`, so that the next build finds nothing in it`,
			...(edit && { fix: { title: say`Leave the cache as it is`, edits: [edit], safe: true } }),
		};
	}
}

function* misplaced(file: Dockerfile, run: Instruction, { program }: Call, mounted: readonly CacheMount[]): Iterable<Problem> {
	const { user } = stateBefore(file, run);
	const name = user && userOf(file, user);
	if (!name || name.isRoot || scopeBefore(file, run).get("HOME")) return;
	for (const { target, flag } of mounted) {
		if (!/^\/root(?:\/|$)/.test(target)) continue;
		yield { at: flag, message: say`\`${program}\` runs as \`${name.text}\`, and does not look for its cache in \`${target}\`` };
	}
}

function* ofApt(file: Dockerfile, run: Instruction, mounted: readonly CacheMount[]): Iterable<Problem> {
	const stage = stageOf(file, run);
	const image = stage && rootImageOf(file, stage);
	const start = run.argsRange.start;
	for (const { target, fields, flag } of mounted) {
		if (!fields.has("sharing")) {
			const { value } = flag;
			const isPlain = value !== undefined && value.end - value.start === value.text.length;
			yield {
				at: flag,
				message: say`without \`sharing=locked\` two builds get in each other's way at \`${target}\`, and one fails`,
				...(isPlain && { fix: { title: say`Add \`sharing=locked\``, edits: [insert(value.end, ",sharing=locked")], safe: true } }),
			};
		}
		if (!mayLieIn("/var/cache/apt", target) || image === undefined || !isOfficialImage(image) || changesDownloads(file)) continue;
		const command = "rm -f /etc/apt/apt.conf.d/docker-clean";
		yield {
			at: flag,
			message: say`the base image tells apt to keep no packages, so that the cache at \`${target}\` stays empty`,
			...(!run.json && run.heredocs.length === 0 && { fix: { title: say`Tell apt to keep them`, edits: [insert(start, `${command} && `)], safe: false } }),
		};
	}
}
