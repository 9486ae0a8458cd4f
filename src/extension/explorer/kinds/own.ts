import type { Container } from "../../../docker/resources/container.ts";
import type { Own } from "../kind.ts";

/** Whether a container's project is one of the workspace: its files make it, or Compose was run in one of its folders. Where no folder is open all are. */
export function isOwn({ folders, projects }: Own, { project, projectFolder }: Pick<Container, "project" | "projectFolder">): boolean {
	if (folders.length === 0) return true;
	if (project === undefined) return false;
	return projects.some(({ name }) => name === project) || (projectFolder !== undefined && folders.some((folder) => isWithin(folder, projectFolder)));
}

function isWithin(folder: string, path: string): boolean {
	const [outer, inner] = [folder, path].map(plain) as [string, string];
	return inner === outer || inner.startsWith(`${outer}/`);
}

/** Windows writes one path in several ways. */
function plain(path: string): string {
	const forward = /^[a-z]:|^\\\\/i.test(path) ? path.replaceAll("\\", "/").toLowerCase() : path;
	return forward.replace(/\/+$/, "");
}
