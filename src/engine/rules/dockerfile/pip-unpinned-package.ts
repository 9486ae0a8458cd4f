import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { hasOption } from "../../shell/calls.ts";
import { type Naming, pipPackages } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "pip-unpinned-package",
	formerIds: ["pip-pin-version"],
	peers: {
		hadolint: ["DL3013"],
		kics: ["02d9c71f"],
	},
	category: "reproducibility",
	severity: "off",
	title: "pip installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames, everyOperand },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir flask
			`,
			good: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir flask==3.0.3
			`,
		},
	],

	needs: pipPackages.programs,
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? operands : pipPackages, options.unknownNames, ({ program }) => program !== "uv"),
});

/** hadolint looks at packages beside a folder as well unless that is `.`, takes what begins with a variable and a slash for a path, and a folder with extras for a package. */
const operands: Naming = {
	...pipPackages,
	isDecided: (call) => hasOption(call, "-r", "--requirement", "-c", "--constraint") || call.command.args.some(({ value }) => value === "."),
	isPinned(name, next) {
		if (/^\.+\[|^\.\.$|\.whl\[|\.tar$/.test(name)) return false;
		return /^[a-z]+\+ssh:.*@|^\$.*\//.test(name) ? undefined : pipPackages.isPinned(name, next);
	},
};
