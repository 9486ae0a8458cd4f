import { mountsIn } from "../../compose/facts/mounts.ts";
import { entryRangeIn, literalOf, rangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { optionRemoval } from "../../compose/rewrite/volume-options.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "mount-propagation-shared",
	peers: { kics: ["baa452f0"], cis: ["CIS-5.20"] },
	category: "security",
	severity: "warning",
	title: "What a container mounts appears on the host",
	why: [
		"With `shared` or `rshared` each mount that is made in the container is made on the host, too: who breaks into it may lay files over the host's own.",
		"Only tools that make mounts for others need that. With `slave` and `rslave` it is the other way round alone.",
	],
	fixes: { onRequest: "The option is removed, so that mounts stay where they are made.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html:ro,rshared
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html:ro
			`,
		},
	],
	options: { slaves: { default: false, strict: true, description: "Whether `slave` and `rslave` are reported, too." } },
	needs: ["volumes"],

	*check(file, { options: { slaves } }) {
		for (const { mount, at } of mountsIn(file)) {
			const bind = entryOf(mount.item, "bind");
			const propagation = entryOf(bind, "propagation");
			const mode = literalOf(propagation);
			if (mode === undefined || !(slaves ? /^r?(?:shared|slave)$/ : /^r?shared$/).test(mode)) continue;
			const own = mount.isShort ? at : rangeIn(file, propagation);
			const whole = mount.isShort ? undefined : entryRangeIn(file, bind, "propagation");
			if (!own) continue;
			const edit = whole ? removal(file, whole) : optionRemoval(file, at, mode);
			const message = mode.endsWith("shared")
				? say`with \`${mode}\`, what the container mounts appears on the host`
				: say`with \`${mode}\`, what the host mounts appears in the container`;
			yield { at: own, message, ...(edit && { fix: { title: say`Remove \`${mode}\``, edits: [edit], safe: false } }) };
		}
	},
});
