import { entryRangeIn } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "build-and-image",
	peers: { dclint: ["no-build-and-image"] },
	category: "practice",
	severity: "off",
	title: "A service says both `build` and `image`, and not which of them counts",
	why: [
		"Compose looks for the image first and pulls it, and builds it only where it finds none: what runs depends on what is in the registry and on the machine.",
		"That is right where `image` names what is built; `pull_policy: build` says so, and makes it certain.",
	],
	fixes: { onRequest: "`pull_policy: build` is added.", never: "The service is not written out in this file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build: .
				    image: registry.example.com/shop/web
			`,
			good: compose`
				services:
				  web:
				    build: .
				    image: registry.example.com/shop/web
				    pull_policy: build
			`,
		},
	],
	needs: [["build", "image"]],

	*check(file) {
		for (const { name, value: service } of file.services) {
			if (!entryOf(service, "build") || entryOf(service, "pull_policy")) continue;
			const at = entryRangeIn(file, service, "image");
			if (!at) continue;
			const edit = serviceInsertion(file, name, "pull_policy", "build", "image");
			yield {
				at,
				message: say`\`${name}\` is built, and may be pulled instead`,
				...(edit && { fix: { title: say`Add \`pull_policy: build\``, edits: [edit], safe: false } }),
			};
		}
	},
});
