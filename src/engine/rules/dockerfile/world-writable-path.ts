import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { isForAllToWrite, modesIn, withoutWritingOthers } from "../../shell/modes.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "world-writable-path",
	peers: { tally: ["tally/world-writable-state-path-workaround"] },
	category: "security",
	severity: "warning",
	title: "Everybody may write what the image brings",
	why: [
		"Whoever gets into the container, as whatever user, can change files that all may write, and what is in them is run or believed later.",
		"Mostly one user needs the right: `chown` or `COPY --chown` gives the files to it.",
	],
	fixes: {
		onRequest: "Others lose the right to write; something may count on it.",
		never: "The mode does not stand there as a number or as one clause.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN mkdir /data && chmod 777 /data
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir /data && chmod 775 /data
			`,
		},
	],

	needs: ["chmod", "mkdir", "install", "--chmod"],
	check(file) {
		const problems: Problem[] = [];
		for (const { mode, at: range, instruction, change, paths } of modesIn(file)) {
			if (!isForAllToWrite(mode) || !isShipped(file, instruction) || (paths.length > 0 && paths.every(isState))) continue;
			const at = { start: range.start, end: range.end };
			const problem = { at, message: say`with \`${mode}\` everybody may write here` };
			const to = withoutWritingOthers(mode);
			const fix = to !== undefined && change && { title: say`Change it to ${to}`, edits: [change(to)], safe: false };
			problems.push(fix ? { ...problem, fix } : problem);
		}
		return problems;
	},
});

/**
 * What is there for everybody; what the image does not bring but programs write while they run, sockets, logs, queues, caches and the dotted folders of a home that
 * is `/`; and what a variable holds, for images that run as whoever is wanted give it to all.
 */
const isState = (path: string | undefined): boolean =>
	path === undefined || /^\/(?:var\/)?(?:tmp|run)(?:\/|$)|^\/dev\/|^\/var\/(?:lib|log|cache|spool|lock)(?:\/|$)|^\/\.\w|cache\/?$/.test(path);
