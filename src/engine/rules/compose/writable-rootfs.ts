import type { LintedCompose, Service } from "../../compose/linted.ts";
import { mountsOf } from "../../compose/facts/mounts.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf } from "../../compose/value.ts";
import { writableFolders } from "../../image/writable-folders.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "writable-rootfs",
	peers: { semgrep: ["writable-filesystem-service"], cis: ["CIS-5.13"], owasp: ["OWASP-RULE-8"] },
	category: "security",
	severity: "off",
	title: "A service may change its own image's files",
	why: [
		"Who breaks into a container puts a program of their own into it, and changes those that are there, as long as its files may be written.",
		"With `read_only: true` only volumes and `tmpfs` may be: what a program writes elsewhere is then found out at once.",
	],
	fixes: {
		onRequest: "`read_only` is set, and the folders that the image is known to write to are kept in memory.",
		never: "Nobody looked where the image writes to.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    read_only: true
				    tmpfs: [/var/cache/nginx, /var/run]
			`,
		},
	],

	*check(file) {
		for (const service of file.services) {
			const { name, at, value } = service;
			const isReadOnly = entryOf(value, "read_only");
			if (isReadOnly && !(isReadOnly.kind === "boolean" && !isReadOnly.value)) continue;
			yield { at, message: say`what runs in \`${name}\` may change its own files`, fix: isReadOnly ? undefined : () => locked(file, service) };
		}
	},
});

function locked(file: LintedCompose, { name, value }: Service): Fix | undefined {
	const image = pulledImage(value);
	const mounted = new Set(mountsOf(value).map(({ target }) => target));
	const folders = image && writableFolders(image.reference)?.filter((folder) => !mounted.has(folder));
	if (!folders || (entryOf(value, "tmpfs") && folders.length > 0)) return undefined;
	const readOnly = serviceInsertion(file, name, "read_only", "true");
	const tmpfs = folders.length > 0 ? serviceInsertion(file, name, "tmpfs", `[${folders.join(", ")}]`) : undefined;
	if (!readOnly) return undefined;
	return { title: say`Let it read alone`, edits: tmpfs ? [readOnly, tmpfs] : [readOnly], safe: false };
}
