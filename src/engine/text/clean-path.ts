/** The shortest path that means the same, `.` where nothing is left, as Go's `path.Clean` makes it. */
export function cleanPath(path: string): string {
	if (path.startsWith("/") && path.length > 1 && !unclean.test(path)) return path;
	const isRooted = path.startsWith("/");
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else if (!isRooted) parts.push(part);
	}
	return `${isRooted ? "/" : ""}${parts.join("/")}` || ".";
}

/** An empty part, or one of dots. */
const unclean = /\/(?:\.{0,2}(?:\/|$))/;
