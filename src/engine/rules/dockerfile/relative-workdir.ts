import { instructionsOf } from "../../dockerfile/instructions.ts";
import { baseImageOf, stagesOf } from "../../dockerfile/stages.ts";
import { isAbsolute, joinPaths, stateBefore } from "../../dockerfile/state.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
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
	*check(file) {
		// Whatever follows the slash, the path is absolute.
		if (instructionsOf(file, "WORKDIR").every(({ args }) => args[0]?.text.startsWith("/"))) return;
		for (const stage of stagesOf(file)) {
			// Once the first is absolute, so are all the others; and what a stage begins with has been judged there.
			const workdir = stage.instructions.find(({ keyword }) => keyword === "WORKDIR");
			const path = workdir && !stateBefore(file, workdir).workdirInstruction ? valueOf(file, workdir, workdir.args[0]) : undefined;
			const [word] = workdir?.args ?? [];
			if (!workdir || !word || path === undefined || isAbsolute(path)) continue;
			const image = baseImageOf(file, stage);
			const isKnown = !stage.parent && image !== undefined && !isWindowsStage(file, stage);
			const base = isKnown ? baseImage(image).workdir : undefined;
			const absolute = joinPaths(base ?? "/", path);
			const written = file.text.slice(word.start, word.end);
			const prefix = absolute?.endsWith(`/${path}`) && /^["']?[\w.-]/.test(written) && !path.startsWith(".") ? absolute.slice(0, -path.length) : undefined;
			const at = /^["']/.test(written) ? word.start + 1 : word.start;
			const shown = /^(["'])[^$]*\1$/.test(word.text) ? path : word.text;
			yield {
				at: word,
				message:
					image && !stage.parent
						? say`\`${shown}\` is relative to the working directory that \`${image}\` happens to have`
						: say`\`${shown}\` is relative to the working directory that the base image happens to have`,
				...(prefix && { fix: { title: say`Make it ${prefix}${path}`, edits: [insert(at, prefix)], safe: base !== undefined } }),
			};
		}
	},
});
