/** The shortest path that means the same, `.` where nothing is left, as Go's `path.Clean` makes it. */
export function cleanPath(path: string): string {
	const isRooted = path.startsWith("/");
	const isClean = !path.endsWith("/") && !path.includes("//") && !(path.includes("/.") && unclean.test(path));
	if (isRooted && isClean) return path;
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
