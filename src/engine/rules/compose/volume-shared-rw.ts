import { mountsIn, mountsOf } from "../../compose/facts/mounts.ts";
import { readOnlyMount } from "../../compose/rewrite/volume-options.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "volume-shared-rw",
	peers: { kics: ["8c978947"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "Several services write to one volume",
	why: [
		"Two programs that write to the same files spoil them unless they were made for that, and who breaks into one of the services leaves something there for the others.",
		"Mostly one of them writes, and the others need no more than to read.",
	],
	fixes: {
		onRequest: "The volume is mounted read-only.",
		never: "It is mounted with an option that says the contrary, or written so that there is no place for one.",
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: wordpress:6
				    volumes:
				      - files:/var/www/html
				  backup:
				    image: restic/restic:0.18.0
				    volumes:
				      - files:/data
				volumes:
				  files:
			`,
			good: compose`
				services:
				  app:
				    image: wordpress:6
				    volumes:
				      - files:/var/www/html
				  backup:
				    image: restic/restic:0.18.0
				    volumes:
				      - files:/data:ro
				volumes:
				  files:
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		const first = new Map<string, string>();
		for (const [name, service] of file.allServices)
			for (const { source, isReadOnly } of mountsOf(service)) if (source !== undefined && !isReadOnly && !first.has(source)) first.set(source, name);
		for (const { service, mount, at } of mountsIn(file)) {
			const { source, type } = mount;
			if (source === undefined || mount.isReadOnly || (type !== "volume" && type !== "bind")) continue;
			const other = first.get(source);
			if (other === undefined || other === service.name) continue;
			const edit = readOnlyMount(file, mount.item, at);
			yield {
				at,
				message: say`\`${other}\` writes to it, too`,
				...(edit && { fix: { title: say`Mount it read-only`, edits: [edit], safe: false } }),
			};
		}
	},
});
