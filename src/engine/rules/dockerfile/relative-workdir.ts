import { instructionsOf } from "../../dockerfile/instructions.ts";
import { baseImageOf, type Stage, stagesOf } from "../../dockerfile/stages.ts";
import { isAbsolute, joinPaths, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { scopeBefore, valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insert } from "../../text/text.ts";
import { baseImage } from "../../image/base-images.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "relative-workdir",
	peers: {
		hadolint: [{ id: "DL3000", severity: "error" }],
		buildkit: ["WorkdirRelativePath"],
		tally: ["buildkit/WorkdirRelativePath"],
		trivy: ["DS-0009"],
		checkov: ["CKV_DOCKER_10"],
		kics: ["6b376af8"],
		"dockerfile-utils": ["WORKDIR_IS_NOT_ABSOLUTE"],
	},
	category: "correctness",
	severity: "warning",
	title: "The working directory depends on the base image",
	why: [
		"A relative path is taken from the working directory so far, and before the first `WORKDIR` that is whatever the base image has set.",
		"When the base image changes it, files land somewhere else, and paths in the rest of the file no longer fit.",
	],
	options: {
		everyPath: {
			default: false,
			hadolint: true,
			buildkit: true,
			description: "Report every path that does not begin with a slash, also after an absolute one, and variables of no value.",
		},
	},
	fixes: {
		safely: "The base image's working directory is known.",
		onRequest: "It is not known; the path then begins at `/`.",
		never: "The path begins with a dot or a variable.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				WORKDIR app
			`,
			good: dockerfile`
				FROM python:3.13
				WORKDIR /app
			`,
		},
	],

	needs: ["WORKDIR"],
	check(file, { options: { everyPath } }) {
		const problems: Problem[] = [];
		// Whatever follows the slash, the path is absolute.
		if (instructionsOf(file, "WORKDIR").every(({ args }) => args[0]?.text.startsWith("/"))) return problems;
		for (const stage of stagesOf(file)) {
			for (const workdir of stage.instructions) {
				const [word] = workdir.keyword === "WORKDIR" ? workdir.args : [];
				if (!word) continue;
				// Once the first is absolute, so are all the others; and what a stage begins with has been judged there.
				const isFirst = !stateBefore(file, workdir).workdirInstruction;
				if (!isFirst && !everyPath) break;
				const path = valueOf(file, workdir, word);
				const isHadolints = !/^["']?(?:[/$]|[a-zA-Z]:)/.test(word.text);
				const isBuildkits = isFirst && (path === undefined ? isUnset(file, workdir, word) : !path.startsWith("/"));
				if (everyPath ? !isHadolints && !isBuildkits : path === undefined || isAbsolute(path)) continue;
				problems.push({ ...problemAt(file, stage, word, path), as: { ...(!isHadolints && { hadolint: false }), ...(!isBuildkits && { buildkit: false }) } });
			}
		}
		return problems;
	},
});

/** Whether BuildKit, which does not know what base images set, finds no value for the path. */
function isUnset(file: Dockerfile, workdir: Instruction, { text }: Word): boolean {
	const name = /^["']?\$(?:(\w+)|\{(\w+)(?::?-(?!\/)[^}]*)?\})["']?$/.exec(text)?.slice(1).find(Boolean);
	return name !== undefined && (scopeBefore(file, workdir).get(name)?.isUnset ?? true);
}

function problemAt(file: Dockerfile, stage: Stage, word: Word, path: string | undefined): Problem {
	const image = baseImageOf(file, stage);
	const isKnown = !stage.parent && image !== undefined && !isWindowsStage(file, stage);
	const base = isKnown ? baseImage(image).workdir : undefined;
	const absolute = path === undefined ? undefined : joinPaths(base ?? "/", path);
	const written = file.text.slice(word.start, word.end);
	const prefix =
		path !== undefined && absolute?.endsWith(`/${path}`) && /^["']?[\w.-]/.test(written) && !path.startsWith(".") ? absolute.slice(0, -path.length) : undefined;
	const at = /^["']/.test(written) ? word.start + 1 : word.start;
	const shown = path !== undefined && /^(["'])[^$]*\1$/.test(word.text) ? path : word.text;
	return {
		at: word,
		message:
			image && !stage.parent
				? say`\`${shown}\` is relative to the working directory that \`${image}\` happens to have`
				: say`\`${shown}\` is relative to the working directory that the base image happens to have`,
		...(prefix && { fix: { title: say`Make it ${prefix}${path ?? ""}`, edits: [insert(at, prefix)], safe: base !== undefined } }),
	};
}
