import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "add-instead-of-copy",
	formerIds: ["prefer-copy-over-add"],
	peers: {
		hadolint: [{ id: "DL3020", severity: "error" }],
		tally: ["hadolint/DL3020"],
		trivy: ["DS-0005"],
		checkov: ["CKV_DOCKER_4"],
		kics: ["9513a694"],
		semgrep: ["prefer-copy-over-add"],
		dockle: ["CIS-DI-0009"],
	},
	category: "practice",
	severity: "warning",
	title: "`ADD` copies local files",
	why: [
		"`ADD` also downloads and unpacks, so a reader has to find out what it does with each source.",
		"`COPY` only copies, and a file that happens to be an archive stays one.",
	],
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				ADD . /app
			`,
			good: dockerfile`
				FROM python:3.13
				COPY . /app
			`,
		},
	],

	*check(file) {
		for (const { args, flags, heredocs, keywordRange } of instructionsAndTriggersOf(file, "ADD")) {
			const sources = args.slice(0, -1).map(({ text }) => text);
			if (sources.length === 0 || heredocs.length > 0 || flags.some(({ name }) => onlyOfAdd.has(name)) || sources.some(mayNeedAdd)) continue;
			const keyword = file.text.slice(keywordRange.start, keywordRange.end);
			const message =
				sources.length === 1 ? say`\`ADD\` does no more than \`COPY\` for \`${sources[0] ?? ""}\`` : say`\`ADD\` does no more than \`COPY\` for these files`;
			yield {
				at: keywordRange,
				message,
				fix: { title: say`Use COPY`, edits: [replace(keywordRange, keyword === keyword.toLowerCase() ? "copy" : "COPY")], safe: sources.every(isSurelyPlain) },
			};
		}
	},
});

const onlyOfAdd = new Set(["checksum", "keep-git-dir", "unpack"]);
const archive = /\.(?:tar|tgz|tbz2?|txz|tlz|tzst|tar\.\w+|gz|bz2|xz|lzma|zst|Z)$/i;
const remote = /^(?:[a-z][a-z+.-]*:\/\/|git@|[\w.-]+@[\w.-]+:|(?:github|gitlab|bitbucket)\.(?:com|org)\/)|\.git(?:#|$)/i;

/** Whether it is fetched, unpacked, or not known: a variable may hold a link, and a pattern may match an archive. */
const mayNeedAdd = (source: string): boolean => source.includes("$") || remote.test(source) || archive.test(source) || mayMatchArchive(source);

const mayMatchArchive = (source: string): boolean => /[*?[]/.test(source) && !/\.\w+$/.test(source);

/** Docker looks at the content, not at the name: a file without an extension may be an archive all the same. */
const isSurelyPlain = (source: string): boolean => source === "." || source.endsWith("/") || source.endsWith("/.") || /\.\w+$/.test(source);
