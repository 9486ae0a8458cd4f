import type { Catalogue } from "../engine/text/message.ts";

/** Languages that Hullwright speaks, by their names in BCP 47. Each is loaded when it is asked for, so that English costs nothing. */
const catalogues: Readonly<Record<string, () => Promise<{ readonly catalogue: Catalogue }>>> = {
	"zh-CN": () => import("./zh-CN/index.ts"),
};

/** English is what Hullwright is written in. */
export const locales: readonly string[] = ["en", ...Object.keys(catalogues)];

/** The locale of ours that a name means, in any letter case: `zh-cn`, `zh-Hans` and `zh` are `zh-CN`, `en-GB` is `en`. Undefined for a language that we do not speak. */
export function findLocale(name: string): string | undefined {
	const [language = "", ...rest] = name
		.toLowerCase()
		.replaceAll("_", "-")
		.replace(/[.@].*/, "")
		.split("-");
	if (language === "en") return "en";
	// Traditional Chinese is written otherwise.
	if (language === "zh") return rest.some((part) => /^(?:hant|tw|hk|mo)$/.test(part)) ? undefined : "zh-CN";
	return undefined;
}

/** What to say things by; undefined where that is English, and for a language that we do not speak. */
export async function loadCatalogue(name: string | undefined): Promise<Catalogue | undefined> {
	const load = catalogues[(name && findLocale(name)) ?? ""];
	return load && (await load()).catalogue;
}
