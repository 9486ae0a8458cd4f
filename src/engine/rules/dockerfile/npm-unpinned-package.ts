import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import type { Call } from "../../shell/calls.ts";
import { npmPackages, type Naming } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

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
	options: { unknownNames, everyOperand },
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
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? npmOperands : npmPackages, options.unknownNames, isHadolints),
});

/** The folder in which npm runs. */
const npmOperands: Naming = { ...npmPackages, isPinned: (name, next) => (name === "." ? false : npmPackages.isPinned(name, next)) };

/** For hadolint the newest version is a version. */
const isHadolints = ({ subcommand, operands }: Call): boolean =>
	subcommand === "install" && operands.some((name = "") => !/.@(?:latest|next|\*)$/.test(name) && npmOperands.isPinned(name, undefined) !== true);
