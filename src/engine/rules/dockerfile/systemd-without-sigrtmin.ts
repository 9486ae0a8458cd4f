import type { Stage } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfStopSignals, reportStopSignals } from "../stop-signals.ts";

export default dockerfileRule({
	id: "systemd-without-sigrtmin",
	peers: { tally: ["tally/prefer-systemd-sigrtmin-plus-3"] },
	category: "correctness",
	severity: "warning",
	title: "systemd is not told to stop",
	why: [
		"systemd as the first process does not end at `SIGTERM`, so that Docker kills it, and all its services with it, after ten seconds.",
		"At `SIGRTMIN+3` it stops its services and ends.",
	],
	fixes: fixesOfStopSignals,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y systemd && rm -rf /var/lib/apt/lists/*
				CMD ["/lib/systemd/systemd"]
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y systemd && rm -rf /var/lib/apt/lists/*
				STOPSIGNAL SIGRTMIN+3
				CMD ["/lib/systemd/systemd"]
			`,
		},
	],

	needs: ["systemd", "sbin/init"],
	check: (file) =>
		reportStopSignals(file, {
			programs: /^(?:(?:\/usr)?\/lib\/systemd\/systemd|systemd|(?:\/usr)?\/sbin\/init)$/,
			signal: "SIGRTMIN+3",
			isMeant: (program, stage) => program.includes("systemd") || mentionsSystemd(stage),
			say: (signal) => say`systemd does not stop at \`${signal}\` but at \`SIGRTMIN+3\``,
		}),
});

/** What is called `init` may be another. */
const mentionsSystemd = ({ parent, instructions }: Stage): boolean =>
	instructions.some(
		({ keyword, logical, heredocs }) => keyword === "RUN" && (logical.text.includes("systemd") || heredocs.some(({ content }) => content.includes("systemd"))),
	) ||
	(parent !== undefined && mentionsSystemd(parent));
