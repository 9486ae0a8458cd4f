import { cudaBefore } from "../../dockerfile/cuda.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { type Stage, stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "cuda-devel-shipped",
	peers: { tally: ["tally/gpu/prefer-runtime-final-stage"] },
	category: "size",
	severity: "off",
	title: "The shipped image has CUDA's compilers, and nothing is compiled",
	why: [
		"A `devel` image is larger than its `runtime` by gigabytes of compilers, headers and static libraries.",
		"Whoever compiles does it in a stage of its own, and copies the result into one that is built on `runtime` or `base`.",
	],
	fixes: { never: "A program may compile while it runs." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
				COPY train.py .
				CMD ["python3", "train.py"]
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				COPY train.py .
				CMD ["python3", "train.py"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const stage = stagesOf(file).at(-1);
		if (!stage?.image || stage.parent || cudaBefore(file, stage.from)?.flavour !== "devel" || compiles(file, stage)) return problems;
		problems.push({ at: stage.image, message: say`\`devel\` brings compilers, and nothing is compiled in this stage` });
		return problems;
	},
});

function compiles(file: Dockerfile, stage: Stage): boolean {
	if (commandsNamed(file, ...compilers).some(({ run }) => stageOf(file, run) === stage)) return true;
	for (const env of instructionsOf(file, "ENV"))
		if (stageOf(file, env) === stage && pairsOf(env).some(({ name }) => /^(?:TORCH_CUDA_ARCH_LIST|FORCE_CUDA|MAX_JOBS|CMAKE_ARGS|NVCC\w*)$/.test(name.text)))
			return true;
	return callsOf(file, "pip", "uv", "cargo", "go").some(
		(call) =>
			stageOf(file, call.instruction) === stage &&
			(call.program === "cargo" ||
				call.program === "go" ||
				call.operands.some((name) => name === undefined || compiled.test(name)) ||
				call.options.some(([name]) => /^(?:-r|--requirements?|-e|--editable|--no-binary|--no-build-isolation)$/.test(name))),
	);
}

const compilers = ["nvcc", "make", "cmake", "ninja", "gcc", "g++", "cc", "c++", "clang", "clang++", "bazel", "meson", "scons", "python", "python3"];
/** Packages that are compiled where they are installed, and what comes from a repository or a folder. */
const compiled =
	/^(?:flash[-_]attn|deepspeed|apex|xformers|llama[-_]cpp|bitsandbytes|auto[-_]gptq|mamba[-_]ssm|pycuda|cupy|horovod|detectron2|\.|git\+|[\w./-]+\/$)/;
