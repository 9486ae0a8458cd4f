import { isSpdxExpression, isSpdxIdentifier } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-license",
	peers: { hadolint: [{ id: "DL3054", severity: "warning" }] },
	category: "correctness",
	severity: "info",
	title: "A label for a licence names none of SPDX",
	why: [
		"The OCI image specification has licences as SPDX expressions, `MIT OR Apache-2.0`; programs that check licences cannot read other names.",
		"What is not on the list is written `LicenseRef-` with a name of one's own.",
	],
	fixes: {
		onRequest: "Only the spelling differs from an identifier on the list.",
		never: "Nobody knows which licence is meant.",
	},
	options: {
		labels: judgedLabels("org.opencontainers.image.licenses"),
		expressions: {
			default: true,
			hadolint: false,
			description: "Accept expressions such as `MIT OR Apache-2.0`, and identifiers that are deprecated, besides single ones.",
		},
		variables: variablesAsHadolint,
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.licenses="Apache 2.0"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL org.opencontainers.image.licenses="Apache-2.0"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, expressions, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: expressions ? isSpdxExpression : isSpdxIdentifier,
			say: (key, value) => say`the label \`${key}\` holds no licence as SPDX writes it, but \`${value}\``,
			meant: nearest,
		}),
});

/** Spellings that people use for licences of which there is one. */
const usual: ReadonlyMap<string, string> = new Map([
	["apache", "Apache-2.0"],
	["apache2", "Apache-2.0"],
	["apache20", "Apache-2.0"],
	["apachev2", "Apache-2.0"],
	["apachev20", "Apache-2.0"],
	["apachelicense20", "Apache-2.0"],
	["apachelicense2", "Apache-2.0"],
	["apachelicenseversion20", "Apache-2.0"],
	["mit", "MIT"],
	["mitlicense", "MIT"],
	["isc", "ISC"],
	["bsd3", "BSD-3-Clause"],
	["bsd3clause", "BSD-3-Clause"],
	["bsd2", "BSD-2-Clause"],
	["bsd2clause", "BSD-2-Clause"],
	["mpl2", "MPL-2.0"],
	["mpl20", "MPL-2.0"],
	["mplv2", "MPL-2.0"],
	["unlicense", "Unlicense"],
]);

const nearest = (value: string): string | undefined => usual.get(value.toLowerCase().replaceAll(/[\s.,_-]/g, ""));
