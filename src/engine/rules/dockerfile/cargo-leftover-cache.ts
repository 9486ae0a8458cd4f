import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { cargoCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "cargo-leftover-cache",
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "Cargo's registry stays in the image",
	why: ["Cargo keeps the archive and the sources of every crate that it has downloaded, and the program that it has built needs neither.", ...whyNoLeftovers],
	options: { everyStage },
	fixes: { onRequest: "A later command may count on what is removed.", never: "Another user's home holds it, or no command can be added." },
	examples: [
		{
			bad: dockerfile`
				FROM rust:1.90
				RUN cargo install --locked ripgrep
			`,
			good: dockerfile`
				FROM rust:1.90
				RUN cargo install --locked ripgrep && rm -rf /usr/local/cargo/registry
			`,
		},
	],

	needs: cargoCache.programs,
	check: (file, { options }) => reportLeftovers(file, cargoCache, { remove: "/usr/local/cargo/registry" }, options),
});
