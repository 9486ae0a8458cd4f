import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { type Call, hasOption } from "../../shell/calls.ts";
import { gemPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "gem-unpinned-package",
	formerIds: ["gem-pin-version"],
	peers: {
		hadolint: ["DL3028"],
		kics: ["22cd11f7"],
	},
	category: "reproducibility",
	severity: "off",
	title: "gem installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				RUN gem install bundler
			`,
			good: dockerfile`
				FROM ruby:3.3
				RUN gem install bundler:2.5.23
			`,
		},
	],

	needs: gemPackages.programs,
	check: (file, { options }) => reportUnpinned(file, gemPackages, options.unknownNames, isHadolints),
});

/** hadolint takes the word after these for their value. */
const isHadolints = (call: Call): boolean => call.operands.length > 1 || !hasOption(call, "-N", "--no-document", "-q", "--quiet");
