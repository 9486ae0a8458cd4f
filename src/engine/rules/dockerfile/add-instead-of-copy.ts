import { instructionsAndTriggersOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { hasArchiveName, type Source, sourcesOf } from "../../dockerfile/sources.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { fact } from "../../text/fact.ts";
import { type Range, replace } from "../../text/text.ts";
import { unlessTrigger } from "../as-hadolint.ts";
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
	options: {
		everyName: {
			default: false,
			hadolint: true,
			description: "Report every `ADD` but of links and of what is named like an archive, whatever a variable or a pattern may stand for.",
		},
	},
	fixes: {
		safely: "Each source is a folder, or a file of a kind that is never an archive.",
		onRequest: "A source may be an archive by its content, which `COPY` would not unpack.",
	},
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

	needs: ["ADD"],
	check(file, { options: { everyName } }) {
		const problems: Problem[] = [];
		for (const { keywordRange, sources, safe, as } of everyName ? notOfLinks(file) : needless(file)) {
			const keyword = file.text.slice(keywordRange.start, keywordRange.end);
			const message =
				sources.length === 1
					? say`\`ADD\` does no more than \`COPY\` for \`${sources[0]?.value ?? ""}\``
					: say`\`ADD\` does no more than \`COPY\` for these files`;
			problems.push({
				at: keywordRange,
				message,
				fix: { title: say`Use COPY`, edits: [replace(keywordRange, keyword === keyword.toLowerCase() ? "copy" : "COPY")], safe },
				...as,
			});
		}
		return problems;
	},
});

type Needless = { readonly keywordRange: Range; readonly sources: readonly Source[]; readonly safe: boolean; readonly as: Pick<Problem, "as"> | undefined };

/** Those that hadolint takes for such. */
const notOfLinks = (file: Dockerfile): readonly Needless[] =>
	instructionsOf(file, "ADD").flatMap((instruction) => {
		const sources = sourcesOf(file, instruction);
		const isNeedless = sources.some(({ word }) => !/^["']?https?:\/\/|\.(?:tar|gz|bz2|xz|Z|lz|lzma|tgz|tb2|tbz2?|txz|tlz|tpz|tZ)["']?$/.test(word.text));
		return isNeedless ? [{ keywordRange: instruction.keywordRange, sources, safe: false, as: undefined }] : [];
	});

/** The ADDs that do no more than a COPY, and whether they surely do no less. */
const needless = fact((file: Dockerfile): readonly Needless[] => {
	const found: Needless[] = [];
	for (const instruction of instructionsAndTriggersOf(file, "ADD")) {
		const { flags, keywordRange } = instruction;
		const sources = sourcesOf(file, instruction);
		if (sources.length === 0 || flags.some(({ name }) => onlyOfAdd.has(name)) || sources.some(mayNeedAdd)) continue;
		found.push({ keywordRange, sources, safe: sources.every(isSurelyPlain), as: unlessTrigger(instruction) });
	}
	return found;
});

const onlyOfAdd = new Set(["checksum", "keep-git-dir", "unpack"]);

/** Whether it is fetched, unpacked, or not known: a variable may hold a link, and a pattern may match an archive. */
function mayNeedAdd({ word, value, kind }: Source): boolean {
	if (kind !== "file" || value === undefined || word.text.includes("$")) return true;
	return hasArchiveName(value) || mayMatchArchive(value) || meansRepository.test(value);
}

const mayMatchArchive = (value: string): boolean => /[*?[]/.test(value) && !/\.\w+$/.test(value);

/** What Docker takes for the name of a file, and who wrote it for a place to fetch from. */
const meansRepository = /^(?:[a-z][a-z+.-]*:\/\/|(?:github|gitlab|bitbucket)\.(?:com|org)\/)|\.git(?:#|$)/i;

/** Docker looks at the content, not at the name: only a folder, or a file of a kind that is never an archive, stays as it is for sure. */
const isSurelyPlain = ({ value = "" }: Source): boolean => /^\.$|\/\.?$/.test(value) || plainFile.test(value) || plainName.test(value);

const plainFile =
	/\.(?:bash|bat|c|cc|cer|cfg|clj|cmake|conf|config|cnf|cpp|crt|cs|csproj|css|csv|dll|ear|exe|gif|ico|jar|jpe?g|pdf|png|svg|war|webp|whl|woff2?|zip|env|erb|ex|exs|fish|go|gradle|graphql|groovy|h|hpp|html?|ini|j2|java|jinja|js|json5?|jsonc|jsx|key|kt|kts|less|list|lock|lua|md|mjs|cjs|mod|patch|pem|php|pl|pm|properties|proto|ps1|pub|py|r|rb|repo|rs|rst|sass|scala|scss|service|sh|sln|sql|sum|svelte|swift|tf|tmpl|toml|ts|tsv|tsx|txt|vue|xml|xsd|xsl|ya?ml|zsh)$/i;
const plainName = /(?:^|\/)(?:\.[\w-]*(?:rc|profile|config|ignore|env)|(?:Docker|Gem|Make|Pip|Proc|Rake)file|LICENSE|README)$/;
