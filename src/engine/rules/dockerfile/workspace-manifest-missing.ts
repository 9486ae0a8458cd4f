import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Files, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import type { ProgramName } from "../../shell/programs/programs.ts";
import { say } from "../../text/message.ts";
import { brings, bringsMore, copiesBefore, type Copy, withLines, withoutSource } from "../copied-manifests.ts";
import { isMissing, kindsOf, membersOf, type WorkspaceKind } from "../workspaces.ts";

const programs = ["npm", "pnpm", "yarn", "bun", "cargo", "uv", "go", "gradle"] as const satisfies readonly ProgramName[];

export default dockerfileRule({
	id: "workspace-manifest-missing",
	category: "correctness",
	severity: "warning",
	title: "The manifests that are copied are not those of the workspace",
	why: [
		"Manifests are copied one by one so that a change of the sources leaves the layer with the dependencies alone.",
		"The list has to follow the workspace: without a member's manifest its dependencies are not installed, or the lock file does not fit; with one that is gone the build fails.",
	],
	fixes: {
		safely: "A manifest that is not there fails the build.",
		onRequest: "The new line is made like the one above it.",
		never: "The lines say in different ways where the manifests go.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				COPY package.json package-lock.json ./
				COPY packages/api/package.json packages/api/
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				COPY package.json package-lock.json ./
				COPY packages/api/package.json packages/api/
				COPY packages/web/package.json packages/web/
				RUN npm ci
			`,
			files: {
				"package.json": '{ "workspaces": ["packages/*"] }',
				"packages/api/package.json": '{ "name": "api" }',
				"packages/web/package.json": '{ "name": "web" }',
			},
		},
	],

	needs: programs,
	check(file, { files }) {
		const problems: Problem[] = [];
		const judged = new Set<Stage>();
		for (const call of callsOf(file, ...programs)) {
			const stage = stageOf(file, call.instruction);
			const kinds = kindsOf(call);
			if (!stage || judged.has(stage) || kinds.length === 0) continue;
			for (const kind of kinds) {
				const copies = copiesBefore(file, stage, call.instruction);
				const listed = copies.filter(({ path }) => path?.endsWith(`/${kind.manifest}`) && !/[*?[]/.test(path));
				if (listed.length === 0 || copies.some(({ path }) => path === undefined) || bringsMore(file, call.instruction)) continue;
				const found = workspaceOf(files, kind, listed);
				if (!found) continue;
				judged.add(stage);
				for (const problem of judge(file, files, call, kind, { copies, listed, ...found })) problems.push(problem);
				break;
			}
		}
		return problems;
	},
});

/** The workspace that the copied manifests are of. The build context is the Dockerfile's folder, or one above it. */
function workspaceOf(files: Files, kind: WorkspaceKind, listed: readonly Copy[]): { readonly root: string; readonly members: readonly string[] } | undefined {
	for (const root of ["", "../", "../../"]) {
		const members = membersOf(files, root, kind);
		if (members?.some((member) => listed.some(({ path }) => path === `${member}/${kind.manifest}`))) return { root, members };
	}
	return undefined;
}

type Found = { readonly copies: readonly Copy[]; readonly listed: readonly Copy[]; readonly root: string; readonly members: readonly string[] };

function* judge(file: Dockerfile, files: Files, { program, subcommand }: Call, { manifest, needsAll }: WorkspaceKind, found: Found): Iterable<Problem> {
	const { copies, listed, root, members } = found;
	for (const each of listed) {
		const { path = "", word } = each;
		if (!isMissing(files, root, path)) continue;
		yield {
			at: word,
			message: say`\`${path}\` is not there, so that the build fails`,
			fix: { title: say`Copy it no longer`, edits: [withoutSource(file, each)], safe: true },
		};
	}
	const missing = members.filter((member) => !copies.some(({ path }) => path !== undefined && brings(path, `${member}/${manifest}`)));
	const present = members.length - missing.length;
	const wanted = needsAll || present * 2 >= members.length ? missing : missing.filter((member) => isNamedIn(files, found, member, manifest));
	const last = listed.findLast(({ path }) => members.some((member) => path === `${member}/${manifest}`));
	if (wanted.length === 0 || !last) return;
	const fix = withLines(file, last, wanted, manifest);
	yield {
		at: last.word,
		message: say`the workspace has ${wanted.map((member) => `${member}/${manifest}`).join(", ")} as well, which \`${`${program} ${subcommand}`.trim()}\` does not find`,
		...(fix && { fix }),
	};
}

/** Whether a manifest that is copied names the member among its dependencies. */
function isNamedIn(files: Files, { root, listed }: Found, member: string, manifest: string): boolean {
	const [, name] = /"?name"?\s*[:=]\s*"([^"]+)"/.exec(files.text(`${root}${member}/${manifest}`) ?? "") ?? [];
	return name !== undefined && listed.some(({ path }) => files.text(`${root}${path}`)?.includes(`"${name}`));
}
