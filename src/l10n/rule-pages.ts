import { findLocale } from "./find-locale.ts";

/** Where the pages of the rules are, below the folder that Hullwright is installed in: those of a locale, or the English ones. */
export function rulePagesIn(name: string | undefined): readonly string[] {
	const locale = name === undefined ? undefined : findLocale(name);
	return ["docs", "rules", ...(locale === undefined || locale === "en" ? [] : [locale])];
}
