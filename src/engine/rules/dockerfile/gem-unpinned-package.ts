import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import type { Call } from "../../shell/calls.ts";
import { gemPackages, type Naming } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

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
	options: { unknownNames, everyOperand },
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
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? gemOperands : gemPackages, options.unknownNames, isHadolints),
});

const gemOperands: Naming = { ...gemPackages, isPinned: (name) => name.includes(":") };

/** hadolint takes the word after an option for its value, but for these two. */
const isHadolints = ({ operandWords, command: { args } }: Call): boolean =>
	operandWords.some((word) => word && !/^-(?!-no-r(?:i|doc)$)[^=]*$/.test(args[args.indexOf(word) - 1]?.text ?? ""));
