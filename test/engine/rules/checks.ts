import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { namedBy } from "../../../src/engine/lint/peer-view.ts";
import { peersOfPreset } from "../../../src/engine/lint/presets.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { Lines } from "../../../src/engine/text/text.ts";

const configurations = { hadolint: { preset: "hadolint", rules: new Map(), ignore: [] }, buildkit: { preset: "buildkit", rules: new Map(), ignore: [] } };

/** What a preset that is another linter's says of a Dockerfile, as that linter would: its ids with the lines, `DL3008 4`. */
export function checksOf(preset: keyof typeof configurations, text: string): readonly string[] {
	const file = dockerfileLanguage.parse(text);
	const lines = new Lines(text);
	return lint(dockerfileLanguage, file, rules, configurations[preset]).findings.flatMap((finding) => {
		const name = namedBy(peersOfPreset[preset] ?? [], rules, dockerfileLanguage, file, finding);
		return name ? [`${name.id} ${lines.positionAt(name.lineAt).line + 1}`] : [];
	});
}
