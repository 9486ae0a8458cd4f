import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfStopSignals, reportStopSignals } from "../stop-signals.ts";

export default dockerfileRule({
	id: "nginx-without-sigquit",
	peers: { tally: ["tally/prefer-nginx-sigquit"] },
	category: "correctness",
	severity: "info",
	title: "nginx is stopped in the midst of its requests",
	why: [
		"nginx takes `SIGTERM` for a fast shutdown and breaks off all connections; with `SIGQUIT` it answers what it has begun to answer.",
		"The official image sets `STOPSIGNAL SIGQUIT`; an nginx of your own needs it, too.",
	],
	fixes: fixesOfStopSignals,
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				RUN apk add --no-cache nginx
				CMD ["nginx", "-g", "daemon off;"]
			`,
			good: dockerfile`
				FROM alpine:3.22
				RUN apk add --no-cache nginx
				STOPSIGNAL SIGQUIT
				CMD ["nginx", "-g", "daemon off;"]
			`,
		},
	],

	needs: ["nginx", "openresty"],
	check: (file) =>
		reportStopSignals(file, {
			programs: /^(?:\/[\w./-]+\/)?(?:nginx|openresty)$/,
			signal: "SIGQUIT",
			say: (signal) => say`nginx breaks off its connections at \`${signal}\`, and would end them at \`SIGQUIT\``,
		}),
});
