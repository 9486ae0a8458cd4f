import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { type Naming, zypperPackages } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "zypper-unpinned-package",
	formerIds: ["zypper-pin-version"],
	peers: {
		hadolint: ["DL3037"],
		kics: ["562952e4"],
	},
	category: "reproducibility",
	severity: "off",
	title: "zypper installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames, everyOperand },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd && zypper clean
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd=2.4.58 && zypper clean
			`,
		},
	],

	needs: zypperPackages.programs,
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? operands : zypperPackages, options.unknownNames),
});

const { programs, first } = zypperPackages;
/** hadolint knows of no other things than packages and files. */
const operands: Naming = { programs, first, isPinned: (name) => (name.endsWith(".rpm") ? undefined : /[=<>~]/.test(name)) };
