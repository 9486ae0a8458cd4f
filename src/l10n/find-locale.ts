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
