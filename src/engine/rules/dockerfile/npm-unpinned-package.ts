import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import type { Call } from "../../shell/calls.ts";
import { npmPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "npm-unpinned-package",
	formerIds: ["npm-pin-version"],
	peers: {
		hadolint: ["DL3016"],
		kics: ["e36d8880"],
	},
	category: "reproducibility",
	severity: "off",
	title: "npm installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN npm install -g serve
			`,
			good: dockerfile`
				FROM node:22
				RUN npm install -g serve@14.2.4
			`,
		},
	],

	needs: npmPackages.programs,
	check: (file, { options }) => reportUnpinned(file, npmPackages, options.unknownNames, isHadolints),
});

/** For hadolint the newest version is a version. */
const isHadolints = ({ subcommand, operands }: Call): boolean =>
	subcommand === "install" && operands.some((name = "") => !/.@(?:latest|next|\*)$/.test(name) && npmPackages.isPinned(name, undefined) !== true);
