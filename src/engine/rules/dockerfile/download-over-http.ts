import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { fetchedLinks } from "../../shell/fetched-links.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "download-over-http",
	category: "security",
	severity: "warning",
	title: "A download comes over a connection that anybody in between can change",
	why: [
		"Over plain HTTP whoever is between the build and the server, in a café, at a proxy or a provider, can hand out other files, and they run in the image.",
		"Nearly every server speaks HTTPS today.",
	],
	fixes: {
		onRequest: "The server has to speak HTTPS.",
		never: "A variable holds the link.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fsSL http://example.org/app.tar.gz | tar -xz
			`,
			good: dockerfile`
				FROM debian:12
				RUN curl -fsSL https://example.org/app.tar.gz | tar -xz
			`,
		},
	],

	needs: ["http://"],
	check(file) {
		const problems: Problem[] = [];
		for (const { url, at, start, use } of fetchedLinks(file)) {
			if (use === "checked" || !url.startsWith("http://") || !isPublic(url)) continue;
			const edits = file.text.startsWith("http://", start) ? [insert(start + "http".length, "s")] : [];
			const problem = { at, message: say`anybody between the build and the server can change what comes from here` };
			problems.push(edits.length > 0 ? { ...problem, fix: { title: say`Download it over HTTPS`, edits, safe: false } } : problem);
		}
		return problems;
	},
});

/** Of a host in one's own network, or one that a variable names, nobody knows who is in between. */
function isPublic(url: string): boolean {
	const host = /^http:\/\/(?:[^/@]*@)?([^/:]+)/.exec(url)?.[1] ?? "";
	return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && !/\.(?:local|localhost|internal|lan|test|home|corp|intranet|docker|svc|invalid)$/i.test(host);
}
