import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { cargoPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "cargo-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "cargo installs a program in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM rust:1.83
				RUN cargo install cargo-chef
			`,
			good: dockerfile`
				FROM rust:1.83
				RUN cargo install cargo-chef@0.1.68
			`,
		},
	],

	needs: cargoPackages.programs,
	check: (file, { options }) => reportUnpinned(file, cargoPackages, options.unknownNames),
});
