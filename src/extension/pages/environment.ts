import { maskSecrets } from "../../docker/mask-secrets.ts";
import { plainText } from "../../docker/plain-text.ts";
import { compareNames, type Translate } from "../explorer/kind.ts";

/** The container and the configuration of its image, as the engine describes them. Without the image nobody knows what is from where. */
export type Environments = {
	readonly container: { readonly Config?: { readonly Env?: readonly string[] | null; readonly Image?: string } };
	readonly image?: { readonly Env?: readonly string[] | null };
};

type Variables = ReadonlyMap<string, string>;

/** Each variable under where it is from. */
export function environmentText(
	{ container, image }: Environments,
	{ name, showsSecrets }: { readonly name: string; readonly showsSecrets: boolean },
	t: Translate,
): string {
	const now = variablesOf(container.Config?.Env);
	const before = image && variablesOf(image.Env);
	const shown = (variable: string, value: string): string => {
		const line = `${variable}=${value}`;
		return plainText(showsSecrets ? line : maskSecrets(line), 10_000);
	};
	const line = ([variable, value]: readonly [string, string]): string => {
		const old = before?.get(variable);
		const own = shown(variable, value);
		return old === undefined || old === value ? own : `${own}    ← ${t("the image has {0}", shown(variable, old).slice(variable.length + 1) || "“”")}`;
	};
	const all = [...now].sort(([one], [other]) => compareNames(one, other));
	const sections: readonly (readonly [string, readonly string[]])[] = before
		? [
				[t("Set for the container"), all.filter(([variable]) => !before.has(variable)).map(line)],
				[t("Set for the container over the image's"), all.filter(([variable, value]) => before.has(variable) && before.get(variable) !== value).map(line)],
				[t("From the image"), all.filter(([variable, value]) => before.get(variable) === value).map(line)],
				[
					t("In the image, and taken away from the container"),
					[...before].filter(([variable]) => !now.has(variable)).map(([variable, value]) => shown(variable, value)),
				],
			]
		: [[t("The image has gone, so nobody knows what is from it"), all.map(line)]];
	const heading = t("The environment of {0}, made of {1}", name, plainText(container.Config?.Image));
	const body = sections.flatMap(([title, lines]) => (lines.length > 0 ? [`\n${title}\n${lines.map((each) => `  ${each}`).join("\n")}\n`] : []));
	const note = t("What its programs set themselves is not here.");
	return `${heading}\n${body.length > 0 ? body.join("") : `\n${t("There are no variables.")}\n`}\n${note}\n`;
}

const variablesOf = (lines: readonly string[] | null | undefined): Variables =>
	new Map((lines ?? []).map((each) => [each.replace(/=[^]*$/, ""), each.includes("=") ? each.replace(/^[^=]*=/, "") : ""]));
