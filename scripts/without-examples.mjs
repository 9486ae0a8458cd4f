import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A rule's source without its examples and what it says of its fixes, which are for its page and the tests. They stand as the formatter writes them, which `npm run check` sees to. */
export function withoutExamples(source, path) {
	const examples = /^\texamples: \[\n.*?^\t\],\n/ms;
	if (!examples.test(source)) throw new Error(`${path}: a rule has examples, in a list over several lines`);
	return source.replace(examples, "\texamples: [],\n").replace(/^\tfixes: \{\n.*?^\t\},\n/ms, "");
}

/** Keeps the examples of rules out of the bundles. */
export const withoutExamplesForEsbuild = {
	name: "without-examples",
	setup(build) {
		build.onLoad({ filter: /[\\/]engine[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/ }, ({ path }) => {
			const source = readFileSync(path, "utf8");
			const contents = /^export default /m.test(source) ? withoutExamples(source, relative(root, path)) : source;
			return { contents, loader: "ts" };
		});
	},
};
