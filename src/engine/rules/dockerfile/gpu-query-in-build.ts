import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { callsOf } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "gpu-query-in-build",
	peers: { tally: ["tally/gpu/no-buildtime-gpu-queries"] },
	category: "correctness",
	severity: "warning",
	title: "A build asks for a GPU that it does not have",
	why: [
		"Docker gives a GPU and its driver to containers, not to builds: `nvidia-smi` fails in a `RUN`, and `torch.cuda.is_available()` answers no on every machine.",
		"What is decided by the answer is decided wrongly in the image; the place to ask is the start of the container.",
	],
	fixes: { never: "What is to happen without an answer is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				RUN nvidia-smi
				CMD ["/app/train"]
			`,
			good: dockerfile`
				FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
				CMD ["/app/train"]
			`,
		},
	],

	needs: ["nvidia-smi", "torch.cuda.", "gpu_available", "list_physical_devices"],
	check(file) {
		const runs = runsWith(file, "nvidia-smi", "torch.cuda.", "_gpu_available", "list_physical_devices");
		if (runs.length === 0) return [];
		const problems: Problem[] = [];
		// `RUN --device=nvidia.com/gpu` gives one: https://docs.docker.com/reference/dockerfile/#run---device
		const own = runs.filter((run) => !flagOf(run, "device"));
		for (const { instruction, command } of callsOf(file, "nvidia-smi")) {
			if (!command.program || !own.includes(instruction) || command.conditional || !command.isFatal) continue;
			problems.push({ at: command.program, message: say`no GPU is there during a build, so that \`nvidia-smi\` fails` });
		}
		for (const run of own) {
			for (const { name = "", args, conditional } of commandsOf(file, run)) {
				if (conditional || !/^python[\d.]*$/.test(name)) continue;
				const code = args.find(({ value }, index) => value !== undefined && args[index - 1]?.value === "-c");
				const query = asking.exec(code?.value ?? "")?.[1];
				if (code && query !== undefined) problems.push({ at: code, message: say`no GPU is there during a build, whatever \`${query}\` answers` });
			}
		}
		return problems;
	},
});

const asking =
	/\b(torch\.cuda\.(?:is_available|device_count|current_device|get_device_\w+|mem_get_info)|tf\.test\.(?:is_gpu_available|gpu_device_name)|tf\.config\.(?:experimental\.)?list_physical_devices(?=\(\\?["']GPU))/;
