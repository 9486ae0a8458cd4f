import type { Catalogue } from "../engine/text/message.ts";
import { findLocale } from "./find-locale.ts";

/** Languages that Hullwright speaks, by their names in BCP 47. Each is loaded when it is asked for, so that English costs nothing. */
const catalogues: Readonly<Record<string, () => Promise<{ readonly catalogue: Catalogue }>>> = {
	"zh-CN": () => import("./zh-CN/index.ts"),
};

/** English is what Hullwright is written in. */
export const locales: readonly string[] = ["en", ...Object.keys(catalogues)];

/** What to say things by; undefined where that is English, and for a language that we do not speak. */
export async function loadCatalogue(name: string | undefined): Promise<Catalogue | undefined> {
	const load = catalogues[(name && findLocale(name)) ?? ""];
	return load && (await load()).catalogue;
}
