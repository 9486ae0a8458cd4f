import { type Draft, saying } from "../../completion.ts";
import { globalScope } from "../../../dockerfile/global-scope.ts";
import { stagesOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { platformVariables } from "../hover/documentation/variables.ts";

/** Those that images are commonly built for. */
const usual = "linux/amd64 linux/arm64 linux/arm/v7 linux/arm/v6 linux/386 linux/ppc64le linux/s390x linux/riscv64 windows/amd64".split(" ");

/** What FROM may be given as its platform. */
export function platformCompletions(file: Dockerfile): readonly Draft[] {
	const written = stagesOf(file).flatMap(({ platform }) => (platform && /^[\w./-]+$/.test(platform.text) ? [platform.text] : []));
	const own = [...globalScope(file)].filter(([name, { kind }]) => kind === "arg" && /platform/i.test(name)).map(([name]) => name);
	return [
		...["BUILDPLATFORM", "TARGETPLATFORM", ...own].map((name): Draft => {
			const about = platformVariables[name];
			return { label: `$${name}`, kind: "variable", ...(about && { about: saying(about) }) };
		}),
		...[...new Set([...written, ...usual])].map((label): Draft => ({ label, kind: "value" })),
	];
}
