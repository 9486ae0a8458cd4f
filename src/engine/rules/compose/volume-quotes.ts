import { mountsIn } from "../../compose/facts/mounts.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { writtenAt } from "../../compose/rewrite/written.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "volume-quotes",
	peers: { dclint: ["no-quotes-in-volumes"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "A volume is in quotes that it does not need",
	why: ["A path with a colon is text in every version of YAML. Quotes make readers look for what they are for."],
	fixes: { safely: "The quotes are removed, for the text stays the same." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - "./site:/usr/share/nginx/html"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const { mount, at } of mountsIn(file)) {
			const written = mount.isShort ? writtenAt(file, at) : undefined;
			if (!written || written.isPlain || !/^[\w./~$][\w./~${}+@-]*(?::[\w./~${}+@,-]+)+$/.test(written.text)) continue;
			const part = partsAround(file, at).at(-1);
			// Between brackets, braces and commas mean something.
			if (part?.kind !== "item" || (part.within.isFlow && /[{},]/.test(written.text))) continue;
			yield { at, message: say`the volume needs no quotes`, fix: { title: say`Remove the quotes`, edits: [replace(at, written.text)], safe: true } };
		}
	},
});
