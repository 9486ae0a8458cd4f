import { entryRangeIn, valueAt } from "../../compose/linted.ts";
import { bytesOf } from "../../compose/print/bytes.ts";
import { goTextIn } from "../../compose/scalar.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "limits-exceed-engine",
	category: "correctness",
	severity: "warning",
	title: "A service may use more than the machine of the engine has",
	why: [
		"The engine refuses a container with more CPUs than the machine has, and a limit of memory that is larger than its memory limits nothing.",
		"This is told only while an engine is connected.",
	],
	fixes: { never: "How much the service needs, only who runs it knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cpus: 8
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    cpus: 2
			`,
			daemon: { version: "29.0.0", apiVersion: "1.52", memory: 8_589_934_592, cpus: 4, networks: [], ports: [] },
		},
	],
	needs: ["cpus", "mem_limit", "memory"],

	check(file) {
		const { memory, cpus } = file.daemon ?? {};
		if (memory === undefined || cpus === undefined) return [];
		return file.services.flatMap(({ value: service }): readonly Problem[] => {
			const limits = valueAt(service, "deploy", "resources", "limits");
			const found: Problem[] = [];
			for (const [owner, name] of [
				[service, "cpus"],
				[limits, "cpus"],
			] as const) {
				const wanted = Number(goTextIn(entryOf(owner, name)) ?? 0);
				const at = wanted > cpus ? entryRangeIn(file, owner, name) : undefined;
				if (at) found.push({ at, message: say`the machine of the engine has ${cpus} CPUs` });
			}
			for (const [owner, name] of [
				[service, "mem_limit"],
				[limits, "memory"],
			] as const) {
				const wanted = bytesOf(goTextIn(entryOf(owner, name)) ?? "0") ?? 0n;
				const at = wanted > BigInt(memory) ? entryRangeIn(file, owner, name) : undefined;
				if (at) found.push({ at, message: say`the machine of the engine has ${Math.floor(memory / 2 ** 20)} MiB of memory` });
			}
			return found;
		});
	},
});
