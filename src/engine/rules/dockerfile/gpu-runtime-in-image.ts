import { baseReferenceOf, rootOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import { aptPackages, dnfPackages, type Naming, packagesOfAny, yumPackages, zypperPackages } from "../../shell/packages.ts";
import { say } from "../../text/message.ts";

const namings: readonly Naming[] = [aptPackages, dnfPackages, yumPackages, zypperPackages];
const managers = namings.flatMap(({ programs }) => programs);

export default dockerfileRule({
	id: "gpu-runtime-in-image",
	peers: { tally: ["tally/gpu/no-container-runtime-in-image"] },
	category: "correctness",
	severity: "warning",
	title: "What gives GPUs to containers is installed in a container",
	why: [
		"NVIDIA's container toolkit belongs to the host, where Docker calls it when it starts a container with `--gpus`.",
		"In the image nobody calls it: it makes the image larger, and gives no GPU.",
	],
	fixes: { never: "Its repository and key are to go with it." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				RUN apt-get update && apt-get install -y nvidia-container-toolkit
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				RUN apt-get update && apt-get install -y libgomp1
			`,
		},
	],

	needs: ["nvidia-container", "nvidia-docker"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, ...managers)) {
			for (const { word, name } of packagesOfAny(call, namings)) {
				if (name === undefined || !ofToolkit.test(name)) continue;
				if (startsContainers(file, call)) return [];
				problems.push({ at: word, message: say`\`${name}\` belongs to the host that starts the container, and does nothing in it` });
			}
		}
		return problems;
	},
});

const ofToolkit = /^(?:nvidia-container-(?:toolkit|runtime)|nvidia-docker2?|libnvidia-container)(?![a-z])/;
const engines = /^(?:docker(?:-ce|\.io|-engine)?|containerd(?:\.io)?|cri-o|podman|moby-engine|k3s|kubelet|slurm.*)(?:$|[=-])/;

/** Whether the image is made to start containers itself, as one that holds Docker is, or a node of a cluster. */
function startsContainers(file: Dockerfile, { instruction }: Call): boolean {
	const stage = stageOf(file, instruction);
	const reference = stage && baseReferenceOf(file, rootOf(file, stage));
	if (!reference || /(?:^|[/-])(?:docker|dind|kind|node|k3s|rke2|kubernetes|talos|bottlerocket)(?:$|[/-])/.test(reference.repository)) return true;
	return callsOf(file, ...managers).some((call) => packagesOfAny(call, namings).some(({ name }) => name !== undefined && engines.test(name)));
}
