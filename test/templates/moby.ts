import { ignoringPattern } from "../../src/engine/dockerignore/ignored.ts";
import { parseDockerignore } from "../../src/engine/dockerignore/patterns.ts";

/** The paths that a build sends. */
export function sent(paths: readonly string[], dockerignore: string): readonly string[] {
	const read = parseDockerignore(dockerignore);
	return paths.filter((path) => !ignoringPattern(read, path));
}
