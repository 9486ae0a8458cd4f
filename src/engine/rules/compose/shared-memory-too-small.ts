import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf, type Mapping, textOf, type Value } from "../../compose/value.ts";
import { sharedMemoryNeeded } from "../../image/shared-memory.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "shared-memory-too-small",
	category: "correctness",
	severity: "warning",
	title: "An image that needs much shared memory gets 64 MB",
	why: [
		"Processes that hand large pieces of memory to each other, such as PyTorch's loaders and the tabs of a browser, do it under `/dev/shm`, of which a container has 64 MB.",
		"When that is full they end with a bus error, mostly long after the start.",
	],
	fixes: { onRequest: "`shm_size` is added, as large as the image's documentation has it.", never: "The service is not written out in the file." },
	examples: [
		{
			bad: compose`
				services:
				  browser:
				    image: selenium/standalone-chrome:140.0
			`,
			good: compose`
				services:
				  browser:
				    image: selenium/standalone-chrome:140.0
				    shm_size: 2gb
			`,
		},
	],
	needs: ["image"],

	check(file) {
		const problems: Problem[] = [];
		for (const { name, at, value: service } of file.services) {
			const image = pulledImage(service);
			const size = image && sharedMemoryNeeded(image.reference);
			if (size === undefined || hasMore(service)) continue;
			const edit = serviceInsertion(file, name, "shm_size", size);
			problems.push({
				at,
				message: say`what runs in \`${name}\` needs more shared memory than the 64 MB that it gets`,
				...(edit && { fix: { title: say`Give it ${size}`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});

const hasMore = (service: Mapping): boolean =>
	entryOf(service, "shm_size") !== undefined ||
	entryOf(service, "ipc") !== undefined ||
	mounts(entryOf(service, "volumes")) ||
	mounts(entryOf(service, "tmpfs"));

/** Whether something else is put in the place of it. */
function mounts(value: Value | undefined): boolean {
	if (value?.kind === "string") return value.value.startsWith("/dev/shm");
	return value?.kind === "sequence" && value.items.some((item) => (textOf(item) ?? textOf(entryOf(item, "target")) ?? "").startsWith("/dev/shm"));
}
