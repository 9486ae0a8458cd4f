// THIRD-PARTY-NOTICES.md, which is packed and not committed: the packages that are in our bundles, with their licences. Read off what the bundler puts in, so nothing is forgotten.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Licences that may be combined with ours, the MIT licence. */
const compatible = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Unlicense"]);

/** The file by its path; scripts/package.mjs writes it. Throws where a package has no licence that we may ship. */
export async function files() {
	const { inputs } = (await bundle()).metafile;
	const folders = [...new Set(Object.keys(inputs).flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))];
	const packages = folders
		.map(describePackage)
		.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.version.localeCompare(other.version)));
	const texts = [...packages, composeSchema()].map(
		({ name, version, license, text }) => `## ${name} ${version}\n\n${license}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`,
	);
	return {
		"THIRD-PARTY-NOTICES.md": `# Third-party notices\n\nHullwright itself is under the [MIT licence](LICENSE). Its bundles contain these packages, and the schema of Compose files:\n\n${texts.join("\n")}`,
	};
}

/** That of https://github.com/compose-spec/compose-go, without its texts. */
function composeSchema() {
	const folder = join(root, "src/engine/compose/schema");
	const { version } = JSON.parse(readFileSync(join(folder, "compose-schema.json"), "utf8"));
	return { name: "compose-spec schema", version, license: "Apache-2.0", text: readFileSync(join(folder, "LICENSE"), "utf8") };
}

function describePackage(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
	if (!compatible.has(license)) throw new Error(`${name} ${version} is under ${license}: not a licence that we may ship`);
	const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
	return {
		name,
		version,
		license,
		text: file
			? readFileSync(join(root, folder, file), "utf8").replaceAll("\r\n", "\n")
			: `The package carries no licence text; its package.json says ${license}.`,
	};
}
