import type { ChangedFile } from "../../docker/actions/look.ts";
import type { Translate } from "../explorer/kind.ts";

/** So many lines at most. */
const most = 100_000;

export function changedFilesText(files: readonly ChangedFile[], name: string, time: string, t: Translate): string {
	const told = withoutParents(files);
	const heading = t("What has changed in {0} since it was made of its image, at {1}; what lies in volumes is not part of it", name, time);
	if (told.length === 0) return `${heading}\n\n${t("Nothing.")}\n`;
	const titles = { added: t("Added"), changed: t("Changed"), deleted: t("Deleted") } as const;
	const lines: string[] = [];
	for (const change of ["added", "changed", "deleted"] as const) {
		const paths = told.flatMap((file) => (file.change === change ? [file.path] : [])).sort();
		if (paths.length === 0) continue;
		lines.push("", `${titles[change]} (${paths.length})`);
		for (const path of paths) lines.push(`  ${change[0]?.toUpperCase() ?? ""} ${path}`);
	}
	const rest = lines.length - most;
	return `${[heading, ...lines.slice(0, most), ...(rest > 0 ? ["", t("… and {0} more", rest)] : [])].join("\n")}\n`;
}

/** A folder is told as changed only because something in it is. */
function withoutParents(files: readonly ChangedFile[]): readonly ChangedFile[] {
	const parents = new Set(files.map(({ path }) => path.replace(/\/[^/]*$/, "")));
	return files.filter(({ path, change }) => change !== "changed" || !parents.has(path));
}
