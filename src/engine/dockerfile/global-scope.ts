import { expand, type Lookup, unknown } from "./expand.ts";
import { pairsOf } from "./instructions.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { fact } from "../text/fact.ts";

/** What a name stands for at some point of the file. */
export type Variable = {
	/** Undefined where the file alone does not tell: an ARG without default, a value made of such, or of what the base image may set. */
	readonly value: string | undefined;
	/** Whether it has no value unless the build is given one: an ARG without default. */
	readonly isUnset: boolean;
	readonly kind: "arg" | "env" | "predefined";
	/** Where it was set last; undefined for a predefined one. */
	readonly instruction: Instruction | undefined;
};

/** The platform arguments that BuildKit sets itself: in FROM at once, in a stage after an ARG that names them. https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
export const platformArguments: readonly string[] = [
	"BUILDPLATFORM",
	"BUILDOS",
	"BUILDOSVERSION",
	"BUILDARCH",
	"BUILDVARIANT",
	"TARGETPLATFORM",
	"TARGETOS",
	"TARGETOSVERSION",
	"TARGETARCH",
	"TARGETVARIANT",
	"TARGETSTAGE",
];

/** Arguments that every RUN sees without an ARG, and that stay out of the image's history. https://docs.docker.com/reference/dockerfile/#predefined-args */
export const proxyArguments: readonly string[] = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"].flatMap((name) => [
	name,
	name.toLowerCase(),
]);

/** What the ARGs before the first FROM say, in order. One without a default leaves what is known of its name. */
export const globalArguments = fact(
	({ instructions }: Dockerfile): readonly { readonly name: string; readonly value: Word | undefined; readonly instruction: Instruction }[] => {
		const known = new Set(platformArguments);
		const found: { name: string; value: Word | undefined; instruction: Instruction }[] = [];
		for (const instruction of instructions) {
			if (instruction.keyword === "FROM") break;
			if (instruction.keyword !== "ARG") continue;
			for (const { name, value } of pairsOf(instruction)) {
				if (value || !known.has(name.text)) found.push({ name: name.text, value, instruction });
				known.add(name.text);
			}
		}
		return found;
	},
);

/** What FROM can use: the ARGs before the first FROM with their defaults, and the platform arguments. */
export const globalScope = fact((file: Dockerfile): ReadonlyMap<string, Variable> => {
	const scope = new Map<string, Variable>(
		platformArguments.map((name) => [name, { value: undefined, isUnset: false, kind: "predefined", instruction: undefined }]),
	);
	for (const { name, value, instruction } of globalArguments(file))
		scope.set(name, { value: value && expand(value.text, lookupIn(scope), file.escape).text, isUnset: !value, kind: "arg", instruction });
	return scope;
});

/** What an expansion finds in a scope. What is not in it is not set. */
export const lookupIn =
	(scope: { get(name: string): Variable | undefined }): Lookup =>
	(name) => {
		const variable = scope.get(name);
		return !variable || variable.isUnset ? undefined : (variable.value ?? unknown);
	};
