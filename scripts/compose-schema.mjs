// Writes src/engine/compose/schema/compose-schema.json from the schema that a release of compose-go checks files by, without its texts:
//   node scripts/compose-schema.mjs VERSION DATE < schema/compose-spec.json
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [version, date] = process.argv.slice(2);
if (!version || !date) {
	console.error("compose-schema: say the release of compose-go and its date, and give its schema/compose-spec.json on standard input");
	process.exit(2);
}
const target = fileURLToPath(new URL("../src/engine/compose/schema/compose-schema.json", import.meta.url));
const schema = withoutTexts(JSON.parse(readFileSync(0, "utf8")), false);
writeFileSync(target, `${JSON.stringify({ version, date, ...schema }, null, "\t")}\n`);

/** Nobody's texts but ours are shown. Where names are those of properties, none of them is a word of JSON Schema. */
function withoutTexts(value, hasNames) {
	if (Array.isArray(value)) return value.map((each) => withoutTexts(each, false));
	if (value === null || typeof value !== "object") return value;
	const texts = ["description", "title", "$schema", "$id", "default", "examples", "format"];
	const kept = Object.entries(value).filter(([name]) => hasNames || !texts.includes(name));
	return Object.fromEntries(
		kept.map(([name, held]) => {
			// A reference is the name of a definition.
			if (!hasNames && name === "$ref") return [name, held.split("/").at(-1)];
			return [name, withoutTexts(held, !hasNames && ["properties", "patternProperties", "$defs"].includes(name))];
		}),
	);
}
