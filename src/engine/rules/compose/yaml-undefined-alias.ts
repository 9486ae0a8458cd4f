import { allNodes } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { findSimilar } from "../../text/similar.ts";
import { reportRefusals, textInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "yaml-undefined-alias",
	category: "correctness",
	severity: "error",
	title: "An alias has no anchor",
	why: ["`*name` stands for what `&name` marks above it in the same document; Compose refuses a file in which no such mark stands there."],
	fixes: { onRequest: "The alias is written as an anchor above it.", never: "No anchor above it has a name that is like it." },
	examples: [
		{
			bad: compose`
				x-common: &common
				  restart: always
				services:
				  web:
				    <<: *comon
				    image: nginx:1.27
			`,
			good: compose`
				x-common: &common
				  restart: always
				services:
				  web:
				    <<: *common
				    image: nginx:1.27
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "undefinedAlias", ({ at, written }) => {
			const anchors = allNodes(file).flatMap(({ anchor, start }) => (anchor !== undefined && start < at.start ? anchor : []));
			const similar = findSimilar(written.slice(1), anchors);
			return similar === undefined ? undefined : textInstead(at, `*${similar}`);
		}),
});
