import { holds, type Mount, type MountInFile, mountsIn, mountsOf, sourceRange } from "../../compose/facts/mounts.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { itemInsertion } from "../../compose/rewrite/insert.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { entryOf, type Mapping, textOf, type Value } from "../../compose/value.ts";
import { copiesOf } from "../../dockerfile/copies.ts";
import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { joinPaths, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { callsOf, hasOption } from "../../shell/calls.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { buildOf } from "../compose-builds.ts";

export default composeRule({
	id: "bind-hides-image-content",
	category: "correctness",
	severity: "warning",
	title: "A mounted folder hides what the image has installed",
	why: [
		"A folder of the host lies over the whole folder of the image. What the build put there, such as `node_modules`, is not seen in the container, and the program does not find its modules.",
		"A volume without a name at that place begins with what the image has there.",
	],
	fixes: { onRequest: "A volume without a name is mounted at the place of what is hidden.", never: "The service's `volumes` are not written out in the file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build: .
				    volumes:
				      - ./:/app
			`,
			good: compose`
				services:
				  web:
				    build: .
				    volumes:
				      - ./:/app
				      - /app/node_modules
			`,
			files: { Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]\n' },
		},
	],
	needs: [["build", "volumes"]],

	*check(file) {
		for (const each of mountsIn(file)) {
			const { service, mount } = each;
			const build = mount.type === "bind" ? buildOf(service.value, file) : undefined;
			if (!build?.dockerfile || !build.stage || installs(entryOf(service.value, "command")) || installs(entryOf(service.value, "entrypoint"))) continue;
			const hidden = installedIn(build.stage, build.dockerfile).filter((path) => hides(file, service.value, mount, path));
			const [first] = hidden;
			if (first === undefined) continue;
			yield { at: sourceRange(file, each), message: say`it hides \`${first}\`, which the image has installed`, ...withVolumes(file, each, hidden) };
		}
	},
});

/** Nothing else is mounted there, and the host has nothing in its place. */
function hides(file: LintedCompose, service: Mapping, { source, target }: Mount, path: string): boolean {
	if (source === undefined || !holds(target, path) || target === path) return false;
	if (mountsOf(service).some((other) => other.target !== target && holds(target, other.target) && holds(other.target, path))) return false;
	const below = path.slice(target.length);
	const folder = `${source}${below.slice(0, below.lastIndexOf("/"))}`;
	return file.files.list(folder)?.includes(path.slice(path.lastIndexOf("/") + 1)) === false;
}

function withVolumes(file: LintedCompose, { service }: MountInFile, paths: readonly string[]) {
	const list = findEntry(file, "services", service.name, "volumes")?.value;
	const [path] = paths;
	const edit = list?.kind === "sequence" && path !== undefined && paths.length === 1 && /^[\w./-]+$/.test(path) ? itemInsertion(file, list, path) : undefined;
	return edit && { fix: { title: say`Mount a volume at \`${path ?? ""}\``, edits: [edit], safe: false } };
}

/** Folders that the image of a stage has by calls of package managers, or from another stage. */
const installedIn = fact((stage: Stage, file: Dockerfile): readonly string[] => {
	// What it starts with may install them once more.
	if (startingInstructions(file, stage).some(({ args }) => args.some(({ text }) => installing.test(text)))) return [];
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	const found = new Set<string>();
	for (const call of callsOf(file, "npm", "yarn", "pnpm", "bun", "composer", "uv")) {
		const { program, subcommand, instruction } = call;
		const [folder, subcommands] = places[program] ?? [];
		if (folder === undefined || subcommands?.test(subcommand) !== true || !stages.has(stageOf(file, instruction))) continue;
		// Elsewhere, or for the whole system.
		if (
			hasOption(
				call,
				"-g",
				"--global",
				"--location",
				"--prefix",
				"-C",
				"--cwd",
				"--dir",
				"--working-dir",
				"-d",
				"--directory",
				"--project",
				"--system",
				"--dry-run",
				"--package-lock-only",
				"--lockfile-only",
			)
		)
			continue;
		if (instruction.args.some(({ text }) => moves.test(text))) continue;
		const path = joinPaths(stateBefore(file, instruction).workdir, folder);
		if (path !== undefined) found.add(path);
	}
	for (const { path, stage: own, isFromContext } of copiesOf(file))
		if (!isFromContext && path?.endsWith("/node_modules") === true && stages.has(own)) found.add(path);
	return [...found];
});

const install = /^(?:|install|i|ci|clean-install|add)$/;
const places: Readonly<Record<string, readonly [folder: string, subcommands: RegExp]>> = {
	__proto__: null as never,
	npm: ["node_modules", /^(?:install|i|ci|clean-install)$/],
	yarn: ["node_modules", install],
	pnpm: ["node_modules", install],
	bun: ["node_modules", /^(?:install|i|ci|add)$/],
	composer: ["vendor", /^(?:install|i|update|require)$/],
	uv: [".venv", /^sync$/],
};

/** What installs elsewhere than in the stage's folder. */
const moves = /(?:^|[\s;&|(])(?:cd|pushd)(?:\s|$)|UV_PROJECT_ENVIRONMENT/;

const installing = /(?:^|[\s/])(?:install|ci|i|sync|yarn|entrypoint[\w.-]*|[\w.-]+\.sh)(?:$|[\s;&|])/;

/** Whether a command may install something before it starts. */
function installs(value: Value | undefined): boolean {
	if (value?.kind === "sequence") return value.items.some(installs);
	return installing.test(textOf(value) ?? "");
}
