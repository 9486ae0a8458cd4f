import { type Copy, copiesOf } from "../../dockerfile/copies.ts";
import type { Source } from "../../dockerfile/sources.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { insert } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "copy-target-without-slash",
	peers: {
		hadolint: [{ id: "DL3021", severity: "error" }],
		tally: ["hadolint/DL3021"],
		trivy: ["DS-0011"],
		kics: ["6db6e0c2"],
		dockerfilelint: ["add_dest_invalid"],
		"dockerfile-utils": ["INVALID_DESTINATION"],
	},
	category: "correctness",
	severity: "warning",
	title: "Several files are copied to what may be one file",
	why: [
		"Without a slash at its end the target is a folder only if there is one: otherwise each file is written over the one before it.",
		"The builder before BuildKit refuses such a line.",
	],
	options: {
		knownFolders: { default: true, hadolint: false, description: "Leave targets alone that are known to be folders, such as `.` and the working directory." },
	},
	fixes: {
		safely: "All sources are folders.",
		onRequest: "Files are among the sources: they come to lie in the target.",
		never: "The target ends in a variable.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY app.conf users.conf /srv/config
			`,
			good: dockerfile`
				FROM debian:12
				COPY app.conf users.conf /srv/config/
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file, { options: { knownFolders } }) {
		let problems: Problem[] | undefined;
		const copies = copiesOf(file);
		for (const copy of copies) {
			const { sources, target, targetValue } = copy;
			if (sources.length < 2 || (targetValue ?? target.text).endsWith("/") || /[\\/]$/.test(target.text)) continue;
			if (knownFolders && (isTemplate(copy) || copy.isFolder || isKnownFolder(copies, copy) || mayBeFolder(copy))) continue;
			const fix = fixOf(file, copy);
			(problems ??= []).push({
				at: target,
				message: say`several files are copied to \`${targetValue ?? target.text}\`, which without a slash at its end may be a single one`,
				...(fix && { fix }),
				...(isHadolints(copy) ? undefined : { as: { hadolint: false } }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** The working directory, what is in every image, or what an instruction above has made a folder. */
function isKnownFolder(copies: readonly Copy[], { path, stage, instruction }: Copy): boolean {
	if (path === undefined) return false;
	if (path === "/" || systemFolder.test(path)) return true;
	for (let each = stage; each; each = each.parent) {
		for (const other of each.instructions) {
			if (each === stage && other.range.start >= instruction.range.start) break;
			if (other.keyword === "WORKDIR" && other.args[0]?.text.replace(/(?<=.)\/+$/, "") === path) return true;
			if (other.keyword === "RUN" && other.logical.text.includes("mkdir") && other.logical.text.includes(path)) return true;
			if (other.keyword !== "COPY" && other.keyword !== "ADD") continue;
			const copy = copies.find((one) => one.instruction === other);
			if (copy?.path !== undefined && copy.path.startsWith(`${path}/`)) return true;
			if (copy?.path === path && (copy.isFolder || copy.sources.some(isFolder))) return true;
		}
	}
	return false;
}

const systemFolder =
	/^\/(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|root|run|sbin|srv|sys|tmp|usr|var|usr\/(?:bin|include|lib|local|sbin|share|src|share\/nginx\/html)|usr\/local\/(?:bin|etc|include|lib|sbin|share|src)|var\/(?:www\/html|cache|lib|local|log|lock|mail|opt|run|spool|tmp)|etc\/(?:profile\.d|init\.d|cron\.d|ssl|apt))$/;

/** What is yet to become a Dockerfile, and a flag whose value stands apart from it, which is another problem. */
const isTemplate = ({ target, instruction }: Copy): boolean =>
	/[{}]{2}/.test(target.text) || instruction.flags.some(({ name, value }) => name === "from" && !value);

/** What only a variable tells. */
const mayBeFolder = ({ targetValue, target }: Copy): boolean => targetValue === undefined && /\}$|\$\w+$/.test(target.text);

const isFolder = ({ value, kind }: Source): boolean => kind === "file" && value !== undefined && /(?:^|\/)\.{0,2}$/.test(value);

/** hadolint looks at the last letter of a plain word in a COPY. */
const isHadolints = ({ instruction, target }: Copy): boolean => instruction.keyword === "COPY" && !/[\\/]$/.test(target.text.replace(/["']$/, ""));

function fixOf({ text }: Dockerfile, { target, targetValue, sources }: Copy): Fix | undefined {
	if (targetValue === undefined || targetValue === "") return undefined;
	const quoted = /["']/.test(text[target.end - 1] ?? "");
	return { title: say`Add a slash`, edits: [insert(quoted ? target.end - 1 : target.end, "/")], safe: sources.every(isFolder) };
}
