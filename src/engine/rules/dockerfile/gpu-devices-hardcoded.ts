import { cudaBefore } from "../../dockerfile/cuda.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { removePair } from "../../dockerfile/remove-pair.ts";
import { scopeBefore, valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "gpu-devices-hardcoded",
	peers: { tally: ["tally/gpu/no-hardcoded-visible-devices"] },
	category: "correctness",
	severity: "warning",
	title: "The image says which GPUs of a machine it uses",
	why: [
		"Numbers and ids of GPUs are those of one machine: on another the program finds no GPU, or takes one that is somebody else's.",
		"`docker run --gpus`, Compose and Kubernetes choose them where the container runs.",
	],
	options: {
		everyRedundant: { default: false, strict: true, description: "Report `NVIDIA_VISIBLE_DEVICES=all` too, where the base image has it already." },
	},
	fixes: {
		safely: "The base image sets the same value.",
		onRequest: "The container then sees all GPUs that it is given.",
		never: "A comment stands beside it.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				ENV NVIDIA_VISIBLE_DEVICES=0,1
				CMD ["/app/train"]
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				CMD ["/app/train"]
			`,
		},
	],

	needs: ["ENV"],
	check(file, { options }) {
		const problems: Problem[] = [];
		for (const env of instructionsOf(file, "ENV")) {
			if (!env.logical.text.includes("_VISIBLE_DEVICES")) continue;
			for (const { name, value } of pairsOf(env)) {
				if (!value || !/^(?:NVIDIA|CUDA)_VISIBLE_DEVICES$/.test(name.text)) continue;
				const devices = valueOf(file, env, value)?.trim();
				const isRedundant =
					options.everyRedundant && devices === "all" && name.text.startsWith("NVIDIA") && cudaBefore(file, env) && !scopeBefore(file, env).get(name.text);
				if (devices === undefined || !(isRedundant || fixedDevices.test(devices))) continue;
				const edit = removePair(file, env, name);
				const message = isRedundant ? say`the base image sets \`${name.text}\` to \`all\` already` : say`\`${name.text}\` names GPUs of one machine`;
				const fix = edit && { title: say`Remove \`${name.text}\``, edits: [edit], safe: Boolean(isRedundant) };
				problems.push({ at: { start: name.start, end: value.end }, message, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

const fixedDevices = /^(?:\d+|(?:GPU|MIG)-[\w/-]+)(?:,(?:\d+|(?:GPU|MIG)-[\w/-]+))*$/;
