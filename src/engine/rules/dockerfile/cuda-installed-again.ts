import { cudaBefore } from "../../dockerfile/cuda.ts";
import { hasInCuda } from "../../image/cuda.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { aptPackages, dnfPackages, packagesOfAny, yumPackages } from "../../shell/packages.ts";
import { say } from "../../text/message.ts";

const namings = [aptPackages, dnfPackages, yumPackages];
const managers = namings.flatMap(({ programs }) => programs);

export default dockerfileRule({
	id: "cuda-installed-again",
	peers: { tally: ["tally/gpu/no-redundant-cuda-install"] },
	category: "size",
	severity: "warning",
	title: "Parts of CUDA are installed that the base image has",
	why: [
		"The images of `nvidia/cuda` hold these parts already, in the version of their tag.",
		"Installed again they add nothing, or a second CUDA of gigabytes: Debian's and Ubuntu's `nvidia-cuda-toolkit` is another version than the image's.",
	],
	fixes: { never: "Whether the base image or the package is the better one is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
				RUN apt-get update && apt-get install -y nvidia-cuda-toolkit
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
				RUN apt-get update && apt-get install -y libgomp1
			`,
		},
	],

	needs: ["cuda"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, ...managers)) {
			const cuda = cudaBefore(file, call.instruction);
			if (!cuda) continue;
			for (const { word, name, isPinned } of packagesOfAny(call, namings)) {
				// A version that is asked for is another than the image's.
				if (name === undefined || isPinned !== false || !hasInCuda(cuda, name)) continue;
				problems.push({ at: word, message: say`the base image has what \`${name}\` brings` });
			}
		}
		return problems;
	},
});
