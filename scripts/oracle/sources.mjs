// Our own code for scripts that run under plain Node: bundled in memory, so that they need no build and see the sources as they are.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { handlebarsForEsbuild } from "../handlebars.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Imports what the lines of TypeScript export; their paths are relative to the project's root: `export { parse } from "./src/engine/dockerfile/parse.ts"`. */
export async function loadSources(lines) {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-sources-"));
	try {
		const outfile = join(folder, "sources.cjs");
		await esbuild.build({
			absWorkingDir: root,
			stdin: { contents: lines, resolveDir: root, loader: "ts" },
			bundle: true,
			platform: "node",
			target: "node20",
			format: "cjs",
			outfile,
			logLevel: "warning",
			plugins: [handlebarsForEsbuild],
		});
		return (await import(pathToFileURL(outfile).href)).default;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
