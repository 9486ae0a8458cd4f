import { holds, mountsIn, type MountInFile, mountsOf } from "../compose/facts/mounts.ts";
import { isForElsewhere, type LintedCompose, valueAt } from "../compose/linted.ts";
import { fact } from "../text/fact.ts";

/** What is mounted from beside the file, and is not there; not what another service may make, which has a folder above it. */
export const missingBindsIn = fact((file: LintedCompose): readonly (MountInFile & { readonly source: string })[] => {
	if (isForElsewhere(file)) return [];
	const found = mountsIn(file).flatMap((each) => {
		const { mount, at } = each;
		const { source } = mount;
		if (mount.type !== "bind" || source === undefined || !source.startsWith("/") || !file.files.isAbsent(source)) return [];
		const creates = valueAt(mount.item, "bind", "create_host_path");
		// What a variable is for is where it is set.
		const isOpen = file.text.slice(at.start, at.end).includes("$");
		return isOpen || (creates?.kind === "boolean" && !creates.value) ? [] : [{ ...each, source }];
	});
	if (found.length === 0 || isAlone(file)) return [];
	const written = [...file.allServices.values()].flatMap((service) =>
		mountsOf(service).flatMap(({ type, source, isReadOnly }) => (type === "bind" && source !== undefined && !isReadOnly ? [source] : [])),
	);
	const folders = new Set(written);
	return found.filter(({ source }) => ![...parentsOf(source)].some((folder) => folders.has(folder) && holds(folder, source)));
});

/** Where nothing lies beside it but other files of the kind, the file was taken out of its project, and says nothing of what is missing. */
function isAlone({ path, files }: LintedCompose): boolean {
	const names = files.list(path.slice(0, path.lastIndexOf("/")));
	return names?.every((name) => /\.ya?ml$/.test(name)) !== false;
}

function* parentsOf(path: string): Generator<string> {
	for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) yield path.slice(0, slash);
}
