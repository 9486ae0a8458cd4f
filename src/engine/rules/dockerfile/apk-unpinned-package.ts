import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { apkPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "apk-unpinned-package",
	formerIds: ["apk-pin-version"],
	peers: {
		hadolint: ["DL3018"],
		kics: ["d3499f6d"],
	},
	category: "reproducibility",
	severity: "off",
	title: "apk installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache nginx
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache nginx~1.26
			`,
		},
	],

	needs: apkPackages.programs,
	check: (file, { options }) => reportUnpinned(file, apkPackages, options.unknownNames),
});
