import { isNamedAsFile, sourceRange } from "../../compose/facts/mounts.ts";
import { relativeTo } from "../../compose/linted.ts";
import { inLongForm, type Named } from "../../compose/rewrite/long-form.ts";
import { volumeAt } from "../../compose/rewrite/written.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { missingBindsIn } from "../missing-binds.ts";

export default composeRule({
	id: "bind-file-missing",
	category: "correctness",
	severity: "warning",
	title: "A file that is mounted does not exist",
	why: [
		"Docker makes a folder of what is missing on the host. The container then finds a folder in place of its file, or does not start: “not a directory”.",
		"The folder belongs to root and stays when the file is there at last.",
	],
	fixes: {
		onRequest: "The mount is written in the long form with `create_host_path: false`, so that `up` says what is missing.",
		never: "It is written in the long form already, or holds a variable.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./nginx.conf:/etc/nginx/nginx.conf:ro
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - type: bind
				        source: ./nginx.conf
				        target: /etc/nginx/nginx.conf
				        read_only: true
				        bind:
				          create_host_path: false
			`,
			files: { "site/index.html": "<!doctype html>\n" },
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const each of missingBindsIn(file)) {
			const { mount, at, source } = each;
			if (!isNamedAsFile(mount.target) || !isNamedAsFile(source)) continue;
			const parts = mount.isShort ? volumeAt(file, at) : undefined;
			const text = (range: { readonly start: number; readonly end: number }): string => file.text.slice(range.start, range.end);
			const options = parts?.options ? text(parts.options) : "";
			const held: Named[] = parts
				? [
						["type", "bind"],
						["source", text(parts.source)],
						["target", text(parts.target)],
						...(mount.isReadOnly ? [["read_only", "true"] as const] : []),
						["bind", [["create_host_path", "false"]]],
					]
				: [];
			const edit = parts && /^(?:r[ow])?$/.test(options) && /^[\w./-]+$/.test(text(parts.source) + text(parts.target)) ? inLongForm(file, at, held) : undefined;
			yield {
				at: sourceRange(file, each),
				message: say`there is no file \`${relativeTo(file, source) ?? source}\`, and Docker makes a folder of that name`,
				...(edit && { fix: { title: say`Let \`up\` fail where the file is missing`, edits: [edit], safe: false } }),
			};
		}
	},
});
