import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { goPackages, type Naming } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "go-unpinned-package",
	formerIds: ["go-pin-version"],
	peers: {
		hadolint: ["DL3062"],
	},
	category: "reproducibility",
	severity: "off",
	title: "go installs a module in no particular version",
	why: whyPinned,
	options: { unknownNames, everyOperand },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.23
				RUN go install golang.org/x/tools/cmd/stringer@latest
			`,
			good: dockerfile`
				FROM golang:1.23
				RUN go install golang.org/x/tools/cmd/stringer@v0.28.0
			`,
		},
	],

	needs: goPackages.programs,
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? goOperands : goPackages, options.unknownNames),
});

/** What is run is named in the same way. */
const goOperands: Naming = {
	programs: ["go"],
	first: ({ subcommand }) => (/^(?:install|get|run)$/.test(subcommand) ? 0 : undefined),
	// `tool` is all tools of the module: https://go.dev/ref/mod#go-mod-file-tool
	isPinned: (name) => (/^[./-]|^tool$/.test(name) ? undefined : /@(?!(?:latest|none)$)/.test(name)),
};
