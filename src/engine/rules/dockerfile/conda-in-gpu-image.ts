import { isGpuStage } from "../../dockerfile/cuda.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "conda-in-gpu-image",
	peers: { tally: ["tally/gpu/prefer-uv-over-conda"] },
	category: "practice",
	severity: "off",
	title: "conda installs packages on an image that has CUDA",
	why: [
		"conda brings a Python and often a CUDA of its own, beside the one that the base image was chosen for: gigabytes that are there twice.",
		"`uv` or `pip` install the same wheels, in less time, on the CUDA that is there.",
	],
	fixes: { never: "Not every package of conda has a counterpart." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				RUN conda install -y pytorch
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				RUN uv pip install --system torch
			`,
		},
	],

	needs: ["conda", "mamba", "micromamba"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "conda", "mamba", "micromamba")) {
			const stage = stageOf(file, call.instruction);
			if (!stage || !isGpuStage(file, stage) || !/^(?:install|create)$/.test(call.subcommand)) continue;
			problems.push({
				at: call.range,
				message: say`\`${call.program} ${call.subcommand}\` brings a Python and perhaps a CUDA of its own beside those of the base image`,
			});
		}
		return problems;
	},
});
