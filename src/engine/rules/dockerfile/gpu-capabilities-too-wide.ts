import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "gpu-capabilities-too-wide",
	peers: { tally: ["tally/gpu/prefer-minimal-driver-capabilities"] },
	category: "security",
	severity: "off",
	title: "The container gets all parts of the GPU's driver",
	why: [
		"`NVIDIA_DRIVER_CAPABILITIES=all` brings the libraries for graphics, video and displays into the container, and the devices with them.",
		"A program that only computes needs `compute,utility`, and has less to be attacked by.",
	],
	fixes: { onRequest: "A program that draws or encodes needs more than the two." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				ENV NVIDIA_DRIVER_CAPABILITIES=all
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility
			`,
		},
	],

	needs: ["ENV"],
	check(file) {
		const problems: Problem[] = [];
		for (const env of instructionsOf(file, "ENV")) {
			if (!env.logical.text.includes("NVIDIA_DRIVER_CAPABILITIES")) continue;
			for (const { name, value } of pairsOf(env)) {
				if (!value || name.text !== "NVIDIA_DRIVER_CAPABILITIES" || valueOf(file, env, value) !== "all") continue;
				const fix = { title: say`Ask for \`compute,utility\``, edits: [replace(value, "compute,utility")], safe: false };
				problems.push({ at: value, message: say`\`all\` brings more of the driver into the container than a program that computes needs`, fix });
			}
		}
		return problems;
	},
});
