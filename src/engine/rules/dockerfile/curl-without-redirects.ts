import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { insertAfter } from "../../shell/calls.ts";
import { commandsNamed, commandsNamedWhere } from "../../shell/named-commands.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "curl-without-redirects",
	peers: { tally: ["tally/curl-should-follow-redirects"] },
	category: "correctness",
	severity: "warning",
	title: "curl does not follow redirections",
	why: [
		"Without `-L` curl is content with the answer that the file is somewhere else, and stores that answer: mostly an empty file, or a short page.",
		"Nothing fails at this point, so that what goes wrong later points elsewhere; and what needs no redirection today may need one tomorrow.",
	],
	options: { everyUrl: { default: false, strict: true, description: "Report also downloads from sites that are not known to redirect." } },
	fixes: { onRequest: "Always; a build that has worked without gets another file." },
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN curl -fsS -o app.tar.gz https://github.com/example/app/releases/download/v1.0/app.tar.gz
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN curl -L -fsS -o app.tar.gz https://github.com/example/app/releases/download/v1.0/app.tar.gz
			`,
		},
	],
	needs: ["curl"],

	check(file, { options: { everyUrl } }) {
		const problems: Problem[] = [];
		for (const { command } of everyUrl ? commandsNamed(file, "curl") : commandsNamedWhere(file, sites, "curl")) {
			const { program, args } = command;
			if (!program || args.some(follows)) continue;
			const urls = args.filter(({ text }) => text.includes("://") || /^["']?\$\w*(?:URL|URI|LINK)/i.test(text));
			const url = everyUrl ? urls.find(({ text }) => !address.test(text)) : urls.find(({ text }) => redirecting.test(text));
			if (!url) continue;
			problems.push({
				at: program,
				message: redirecting.test(url.text)
					? say`this site redirects, and \`curl\` follows with \`-L\` alone`
					: say`\`curl\` follows redirections with \`-L\` alone`,
				related: [{ at: url, message: say`what is downloaded` }],
				fix: { title: say`Add \`-L\``, edits: [insertAfter(command, program, "-L")], safe: false },
			});
		}
		return problems;
	},
});

/** Options that follow redirections, read them, or may hold any. */
const follows = ({ text }: ShellWord): boolean =>
	/^-[A-Za-z#0]*[LIhVMKXdT]|^--(?:location|location-trusted|follow|help|version|manual|head|config|request|data|json|upload-file)\b|^"?\$\{?\w*(?:OPT|FLAG|ARG)/.test(
		text,
	);

/** Places that are known to send downloads elsewhere. */
const redirecting =
	/^["']?(?:https?:\/\/(?:github\.com\/[^/]+\/[^/]+\/(?:releases\/(?:latest\/)?download|archive|raw|zipball|tarball)\/|(?:www\.)?sourceforge\.net\/projects\/|downloads\.sourceforge\.net\/|bit\.ly\/|goo\.gl\/|git\.io\/|tinyurl\.com\/|aka\.ms\/|go\.microsoft\.com\/fwlink|gitlab\.com\/[^/]+\/[^/]+\/-\/archive\/)|http:\/\/github\.com\/)/;

const sites = /github\.com|sourceforge|bit\.ly|goo\.gl|git\.io|tinyurl|aka\.ms|fwlink|gitlab\.com/;

const address = /:\/\/(?:\[|localhost|\d+\.\d+\.\d+\.\d+)/;
