/** The paths that a build sends, by the rules of Docker's own matcher: https://docs.docker.com/build/concepts/context/#dockerignore-files */
export function sent(paths: readonly string[], dockerignore: string): readonly string[] {
	const patterns = dockerignore
		.split("\n")
		.filter((line) => !line.startsWith("#"))
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => ({ keeps: line.startsWith("!"), expression: toExpression(clean(line.replace(/^!/, "").trim())) }));
	return paths.filter((path) => {
		const parts = path.split("/");
		const selfAndParents = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
		let isLeftOut = false;
		// The last line that fits decides; a line about a folder is about all in it.
		for (const { keeps, expression } of patterns) if (selfAndParents.some((each) => expression.test(each))) isLeftOut = !keeps;
		return !isLeftOut;
	});
}

function clean(pattern: string): string {
	return pattern
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.join("/");
}

/** `**` is any number of folders, `*` and `?` stop at a slash, and a set is a set. */
function toExpression(pattern: string): RegExp {
	const text = pattern.replace(/\*\*\/?|\*|\?|\[[^\]]*\]|\\.|[.+^${}()|]/g, (token, at: number) => {
		if (token === "**/") return "(?:.*/)?";
		if (token === "**") return at + 2 === pattern.length ? ".*" : "(?:.*/)?";
		if (token === "*") return "[^/]*";
		if (token === "?") return "[^/]";
		return /^[[\\]/.test(token) ? token : `\\${token}`;
	});
	return new RegExp(`^${text}$`);
}
