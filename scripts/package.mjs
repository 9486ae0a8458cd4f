// Builds and packs hullwright-VERSION.vsix, one for all platforms.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { build } from "./build.mjs";
import { root } from "./dependencies.mjs";
import { files as notices } from "./generate-notices.mjs";
import { packedPage } from "./packed-page.mjs";

/** Where `packExtension` puts the VSIX. */
export function vsixPath() {
	const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	return join(root, `${name}-${version}.vsix`);
}

/** Builds everything and packs it. The bundles hold all that is needed, so no package of node_modules is packed. */
export async function packExtension() {
	await build();
	for (const [path, text] of Object.entries(await notices())) writeFileSync(join(root, path), text);
	await createVSIX({
		cwd: root,
		packagePath: vsixPath(),
		readmePath: writePage("README.md"),
		changelogPath: writePage("CHANGELOG.md"),
		dependencies: false,
		allowMissingRepository: true,
		rewriteRelativeLinks: false,
	});
	return vsixPath();
}

/** The page as it is packed, and where it was written. */
function writePage(name) {
	const path = `out/package/${name}`;
	const page = packedPage(readFileSync(join(root, name), "utf8"));
	mkdirSync(join(root, "out/package"), { recursive: true });
	writeFileSync(join(root, path), page);
	return path;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const vsix = await packExtension();
	console.log(`${vsix}: ${(statSync(vsix).size / 1024 / 1024).toFixed(2)} MB`);
}
