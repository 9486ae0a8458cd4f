import { cleanPath } from "../../text/clean-path.ts";
import { fact } from "../../text/fact.ts";
import type { Range } from "../../text/text.ts";
import { type LintedCompose, rangeIn, type Service } from "../linted.ts";
import { volumeAt } from "../rewrite/written.ts";
import { entryOf, type Mapping, textOf } from "../value.ts";

/** What one item of `volumes` says, however it is written. */
export type Mount = {
	readonly item: Mapping;
	readonly isShort: boolean;
	/** `bind`, `volume`, `tmpfs` … */
	readonly type: string;
	/** Of a bind absolute; undefined of a volume without a name. */
	readonly source: string | undefined;
	readonly target: string;
	readonly isReadOnly: boolean;
};

/** Of a merged service. */
export const mountsOf = fact((service: Mapping): readonly Mount[] => {
	const list = entryOf(service, "volumes");
	if (list?.kind !== "sequence") return [];
	return list.items.flatMap((item): readonly Mount[] => {
		const target = textOf(entryOf(item, "target"));
		if (item.kind !== "mapping" || target === undefined) return [];
		const readOnly = entryOf(item, "read_only");
		return [
			{
				item,
				isShort: item.entries.get("target")?.key === item.origin,
				type: textOf(entryOf(item, "type")) ?? "volume",
				source: sourceOf(item),
				target,
				isReadOnly: readOnly?.kind === "boolean" && readOnly.value,
			},
		];
	});
});

function sourceOf(item: Mapping): string | undefined {
	const source = textOf(entryOf(item, "source"));
	return source?.startsWith("/") === true ? cleanPath(source) : source || undefined;
}

export type MountInFile = { readonly service: Service; readonly mount: Mount; readonly at: Range };

/** All that are written in the file, each once, whatever services take it from there. */
export const mountsIn = fact((file: LintedCompose): readonly MountInFile[] => {
	const found: MountInFile[] = [];
	const seen = new Set<number>();
	for (const service of file.services)
		for (const mount of mountsOf(service.value)) {
			const at = rangeIn(file, mount.item);
			if (!at || seen.has(at.start)) continue;
			seen.add(at.start);
			found.push({ service, mount, at });
		}
	return found;
});

/** Where its source stands; the whole item where that cannot be told. */
export const sourceRange = (file: LintedCompose, { mount, at }: MountInFile): Range =>
	(mount.isShort ? volumeAt(file, at)?.source : rangeIn(file, entryOf(mount.item, "source"))) ?? at;

/** Whether one path is the other, or a folder that it lies in. */
export const holds = (folder: string, path: string): boolean => folder === "/" || folder === path || path.startsWith(`${folder}/`);

/** Whether what a path names is a file by its name. A folder may have a dot in its name, too: `conf.d`, `example.com`, `next.js`. */
export const isNamedAsFile = (path: string): boolean => fileName.test(path.slice(path.lastIndexOf("/") + 1));

const fileName =
	/^(?:\.env(?:\.(?!d$)[\w-]+)*|\.htpasswd|\.htaccess|\.npmrc|\.pgpass|\.netrc|\.gitconfig|known_hosts|authorized_keys|id_(?:rsa|ed25519)|Caddyfile|Corefile|Dockerfile|Gemfile|Makefile|Procfile|passwd|shadow|crontab|.+\.(?:c?js|mjs|tsx?|cert?|cfg|cnf|conf|crt|csv|der|env|graphql|hcl|htpasswd|html|ini|jks|json5?|key|lock|log|lua|md|p12|pem|pfx|php|properties|proto|ps1|py|rb|repo|rego|sh|sqlite3?|sql|tmpl|toml|tpl|txt|ya?ml|xml|zip))$/;

/** Whether it is a file of configuration, which a container has no reason to write to. */
export const isNamedAsConfiguration = (path: string): boolean =>
	/[^/]\.(?:cert?|cfg|cnf|conf|crt|hcl|ini|json5?|key|pem|properties|rego|toml|ya?ml|xml)$|\/(?:Caddyfile|Corefile)$/.test(path);
