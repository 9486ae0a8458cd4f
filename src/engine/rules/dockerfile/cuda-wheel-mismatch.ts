import { cudaBefore } from "../../dockerfile/cuda.ts";
import { wheelTags } from "../../image/cuda.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "cuda-wheel-mismatch",
	peers: { tally: ["tally/gpu/cuda-version-mismatch"] },
	category: "correctness",
	severity: "warning",
	title: "Packages are built for another CUDA than the base image has",
	why: [
		"A wheel brings its own CUDA: with another version than the base image's there are two in the image, and the base was chosen for nothing.",
		"Extensions that are compiled against the one do not load into the other, and a newer CUDA may want a newer driver than the image asks its host for.",
	],
	fixes: {
		onRequest: "PyTorch has wheels for the base image's version; not every release has them.",
		never: "There are none for that version, or the wheel's own version says which CUDA it is for.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:11.8.0-devel-ubuntu22.04
				RUN pip install torch --index-url https://download.pytorch.org/whl/cu124
			`,
			good: dockerfile`
				FROM nvidia/cuda:11.8.0-devel-ubuntu22.04
				RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
			`,
		},
	],

	needs: ["pip", "uv", "conda", "mamba", "micromamba"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "pip", "uv", "conda", "mamba", "micromamba")) {
			const version = cudaBefore(file, call.instruction)?.version;
			if (version === undefined) continue;
			for (const word of call.command.args) {
				const wanted = wantedBy(word, call);
				if (!wanted || !isOther(wanted.version, version)) continue;
				const fix = wanted.tag === undefined ? undefined : withTag(call, word, wanted.tag, `cu${version.replace(".", "")}`);
				problems.push({ at: word, message: say`this is built for CUDA ${wanted.version}, and the base image has ${version}`, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

type Wanted = { readonly version: string; readonly tag: string | undefined };

/** `…/whl/cu121`, `torch==2.4.0+cu121` and conda's `pytorch-cuda=12.1`. */
function wantedBy({ value = "" }: ShellWord, { program }: Call): Wanted | undefined {
	if (program === "pip" || program === "uv") {
		const [, link, major = "", minor] = /(\/whl\/(?:[\w/]+\/)?|\+)cu(\d{1,2})(\d)(?:$|\/)/.exec(value) ?? [];
		return link === undefined ? undefined : { version: `${major}.${minor}`, tag: link === "+" ? undefined : `cu${major}${minor}` };
	}
	const version = /^["']?(?:pytorch-cuda|cudatoolkit|cuda-version)=+(\d+\.\d+)/.exec(value)?.[1];
	return version === undefined ? undefined : { version, tag: undefined };
}

/** Within a major version what is older runs on what is newer: https://docs.nvidia.com/deploy/cuda-compatibility */
function isOther(wanted: string, version: string): boolean {
	const [[major = 0, minor = 0], [ownMajor = 0, ownMinor = 0]] = [wanted.split(".").map(Number), version.split(".").map(Number)];
	return major !== ownMajor || minor > ownMinor;
}

function withTag({ operands }: Call, word: ShellWord, tag: string, own: string): Fix | undefined {
	const at = word.text.indexOf(tag);
	if (!wheelTags.has(own) || word.end - word.start !== word.text.length || operands.some((name) => name?.includes("+cu"))) return undefined;
	const range = { start: word.start + at, end: word.start + at + tag.length };
	return { title: say`Take what is built for \`${own}\``, edits: [replace(range, own)], safe: false };
}
