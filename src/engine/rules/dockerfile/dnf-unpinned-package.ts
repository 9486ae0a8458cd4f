import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { dnfPackages, type Naming } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "dnf-unpinned-package",
	formerIds: ["dnf-pin-version"],
	peers: {
		hadolint: ["DL3041"],
		kics: ["93d88cf7"],
	},
	category: "reproducibility",
	severity: "off",
	title: "dnf installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames, everyOperand },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd && dnf clean all
			`,
			good: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd-2.4.62 && dnf clean all
			`,
		},
	],

	needs: dnfPackages.programs,
	check: (file, { options }) =>
		reportUnpinned(
			file,
			options.everyOperand ? operands : dnfPackages,
			options.unknownNames,
			({ command }) => command.name === "dnf" || command.name === "microdnf",
		),
});

/** hadolint knows of digits alone, and of nothing else that could be installed than packages. */
const operands: Naming = { ...dnfPackages, isPinned: (name) => /-\d|:\w|-.*\.rpm$/.test(name), versionByVariable: /-/ };
