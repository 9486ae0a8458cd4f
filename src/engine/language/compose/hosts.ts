import type { ComposeFile } from "../../compose/syntax.ts";
import { fact } from "../../text/fact.ts";
import type { Range } from "../../text/text.ts";
import { pathOf, scalarText, treeOf } from "./tree.ts";

/** Where a value names a host: in an address, before a port, or as what a variable such as `DB_HOST` is set to. It may be a service, which the others reach by its name. */
export const hostsIn = fact((file: ComposeFile): readonly (Range & { readonly name: string })[] => {
	const hosts: (Range & { readonly name: string })[] = [];
	for (const place of treeOf(file).places) {
		const { value } = place;
		if (place.top !== "services" || place.depth < 4 || value?.kind !== "scalar" || !named.has(String(pathOf(place)[2]))) continue;
		const text = scalarText(value) ?? "";
		const from = value.isPlain ? value.start : value.start + 1;
		if (!file.text.startsWith(text, from)) continue;
		const variable = typeof place.name === "number" ? (/^[^=]*(?==)/.exec(text)?.[0] ?? "") : place.name;
		const after = typeof place.name === "number" && variable !== "" ? variable.length + 1 : 0;
		for (const { index, name } of hostsOf(text.slice(after), variable))
			hosts.push({ name, start: from + after + index, end: from + after + index + name.length });
	}
	return hosts.sort((one, other) => one.start - other.start);
});

/** Keys of a service whose values reach others. */
const named: ReadonlySet<string> = new Set(["environment", "command", "entrypoint", "healthcheck", "labels", "build"]);

const inAddress = /:\/\/(?:[^/@\s"']*@)?([a-zA-Z0-9][\w.-]*)/g;
const beforePort = /(?:^|,\s*)([a-zA-Z][\w.-]*):\d{2,5}(?=$|[,/])/g;
const hostVariable = /(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|SERVICE)$/i;

function* hostsOf(value: string, variable: string): Generator<{ readonly index: number; readonly name: string }> {
	for (const pattern of [inAddress, beforePort])
		for (const { 0: whole, 1: name = "", index } of value.matchAll(pattern))
			yield { name, index: index + whole.indexOf(name, pattern === inAddress ? whole.length - name.length : 0) };
	if (hostVariable.test(variable) && /^[a-zA-Z0-9][\w.-]*$/.test(value)) yield { name: value, index: 0 };
}
