import { isNamedAsConfiguration, mountsIn } from "../../compose/facts/mounts.ts";
import { readOnlyMount } from "../../compose/rewrite/volume-options.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "config-mount-writable",
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A container may write to its configuration on the host",
	why: ["A program reads its configuration. Where it may write it, too, who breaks into it changes what it does after the next start, in a file on the host."],
	fixes: {
		onRequest: "The file is mounted read-only.",
		never: "It is mounted with an option that says the contrary, or written so that there is no place for one.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./nginx.conf:/etc/nginx/nginx.conf
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./nginx.conf:/etc/nginx/nginx.conf:ro
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const { mount, at } of mountsIn(file)) {
			if (mount.type !== "bind" || mount.isReadOnly || !isNamedAsConfiguration(mount.target)) continue;
			const edit = readOnlyMount(file, mount.item, at);
			yield {
				at,
				message: say`the container may write to its configuration`,
				...(edit && { fix: { title: say`Mount it read-only`, edits: [edit], safe: false } }),
			};
		}
	},
});
