/** Languages of the editor that the extension speaks, as VS Code names them. */
const locales = ["zh-cn"] as const;

/** The texts that the extension says through VS Code's `l10n.t`, which it may also be given as `t`, in their order. */
export function textsIn(source: string): string[] {
	return [...source.matchAll(/(?<![\w"])t\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|(.{0,40}))/g)].map(([, double, single, other]) => {
		if (other !== undefined) throw new Error(`t(${other}…: what is to be translated has to be written out here`);
		return double === undefined ? (single ?? "").replaceAll("\\'", "'") : (JSON.parse(`"${double}"`) as string);
	});
}

/**
 * The extension's translations as VS Code loads them. They follow the sources: a text that is new stands there untranslated, one that is gone is gone.
 * The manifest's are written by their English texts in l10n/, so that one whose English has changed is not taken for translated. `derived` are those by their keys
 * that are translated elsewhere, in the locale's words.
 */
export function filesFromExtensionTexts(
	texts: Iterable<string>,
	manifestTexts: string,
	existing: Readonly<Record<string, string>>,
	derived: Readonly<Record<string, string>> = {},
): Record<string, string> {
	const english = JSON.parse(manifestTexts) as Readonly<Record<string, string>>;
	const files: Record<string, string> = {};
	for (const locale of locales) {
		const [bundle, manifest] = [`l10n/bundle.l10n.${locale}.json`, `l10n/manifest.${locale}.json`];
		const known = { ...(JSON.parse(existing[bundle] ?? "{}") as object), ...(JSON.parse(existing[manifest] ?? "{}") as object) };
		const translations = new Map(Object.entries(known) as [string, string][]);
		const translate = (all: Iterable<string>): [string, string][] => [...new Set(all)].map((text) => [text, translations.get(text) ?? ""]);
		files[bundle] = json(translate(texts));
		files[manifest] = json(translate(Object.entries(english).flatMap(([key, text]) => (key in derived ? [] : [text]))));
		files[`package.nls.${locale}.json`] = json(Object.entries(english).map(([key, text]) => [key, derived[key] ?? translations.get(text) ?? ""]));
	}
	return files;
}

const json = (entries: readonly (readonly [string, string])[]): string => `${JSON.stringify(Object.fromEntries(entries), null, "  ")}\n`;
