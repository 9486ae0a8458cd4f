import { mountsIn } from "../../compose/facts/mounts.ts";
import { rangeIn, valueAt } from "../../compose/linted.ts";
import { entryInsertion } from "../../compose/rewrite/insert.ts";
import { partsAround, valueOfPart } from "../../compose/rewrite/parts.ts";
import { writtenAt } from "../../compose/rewrite/written.ts";
import { entryOf, textOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default composeRule({
	id: "tmpfs-unbounded",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A temporary folder in memory has no size",
	why: ["Without a size it may grow to half of the host's memory, or to the container's own limit, at which the kernel kills it."],
	fixes: { onRequest: "It gets 64 MB.", never: "It comes of a variable, or has other options in the long form." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    tmpfs:
				      - /tmp
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    tmpfs:
				      - /tmp:size=64m
			`,
		},
	],
	needs: ["tmpfs", "volumes"],

	*check(file) {
		for (const { value } of file.services) {
			const tmpfs = entryOf(value, "tmpfs");
			for (const item of tmpfs?.kind === "sequence" ? tmpfs.items : tmpfs ? [tmpfs] : []) {
				const [at, text] = [rangeIn(file, item), textOf(item)];
				if (!at || text === undefined || text.includes("size=") || (item.kind === "string" && item.template?.includes(":") === true)) continue;
				const written = writtenAt(file, at);
				const edit = written && !written.text.includes("$") ? insert(written.end, text.includes(":") ? ",size=64m" : ":size=64m") : undefined;
				yield { at, message: say`it may grow to half of the host's memory`, ...(edit && { fix: { title: say`Give it 64 MB`, edits: [edit], safe: false } }) };
			}
		}
		for (const { mount, at } of mountsIn(file)) {
			if (mount.type !== "tmpfs" || valueAt(mount.item, "tmpfs", "size")) continue;
			const part = partsAround(file, at).findLast(({ kind }) => kind === "item");
			const node = part && valueOfPart(part);
			const edit =
				node?.kind === "mapping" && !mount.item.entries.has("tmpfs")
					? entryInsertion(file, node, "tmpfs", node.isFlow ? "{ size: 64m }" : ["size: 64m"])
					: undefined;
			yield { at, message: say`it may grow to half of the host's memory`, ...(edit && { fix: { title: say`Give it 64 MB`, edits: [edit], safe: false } }) };
		}
	},
});
