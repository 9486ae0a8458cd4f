import { isEmail } from "../../text/formats.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { judgedLabels, reportValues, variablesAsHadolint } from "../labels.ts";

export default dockerfileRule({
	id: "invalid-label-email",
	peers: { hadolint: ["DL3058"] },
	category: "correctness",
	severity: "off",
	title: "A label for an email address holds something else",
	why: ["Programs that write to the maintainer of an image take the whole value for the address."],
	fixes: {
		onRequest: "An address stands between other words; the name goes.",
		never: "There is no address, or more than one.",
	},
	options: { labels: { ...judgedLabels("maintainer"), strict: [] }, variables: variablesAsHadolint },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				LABEL maintainer="Jane Doe <jane@example.com>"
			`,
			good: dockerfile`
				FROM debian:12
				LABEL maintainer="jane@example.com"
			`,
		},
	],

	needs: ["LABEL"],
	check: (file, { options: { labels: keys, variables } }) =>
		reportValues(file, {
			keys,
			variables,
			isRight: isEmail,
			say: (key, value) => say`the label \`${key}\` holds no email address alone, but \`${value}\``,
			meant: addressIn,
		}),
});

function addressIn(value: string): string | undefined {
	const addresses = value.split(/[\s<>,;()]+/).filter((word) => word.includes("@"));
	return addresses.length === 1 && isEmail(addresses[0] ?? "") ? addresses[0] : undefined;
}
