/** What the server uses of Node's module of this name, for where there is none. There are no other paths in a browser than those with slashes. */
export const sep = "/";

export const basename = (path: string): string => /([^/]*)\/*$/.exec(path)?.[1] ?? "";

export const dirname = (path: string): string => /^(.*)\/+[^/]+\/*$/s.exec(path)?.[1] || (path.startsWith("/") ? "/" : ".");

export const join = (...parts: readonly string[]): string => simplified(parts.filter(Boolean).join("/"));

export const resolve = (...parts: readonly string[]): string => {
	const start = parts.findLastIndex((part) => part.startsWith("/"));
	return simplified(`/${parts.slice(Math.max(start, 0)).join("/")}`).replace(/(?<=.)\/$/, "");
};

export const relative = (from: string, to: string): string => {
	const [own, others] = [from, to].map((path) => resolve(path).split("/").filter(Boolean)) as [string[], string[]];
	let same = 0;
	while (same < own.length && own[same] === others[same]) same++;
	return [...own.slice(same).map(() => ".."), ...others.slice(same)].join("/");
};

function simplified(path: string): string {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else if (part !== ".." || !path.startsWith("/")) parts.push(part);
	}
	return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}${path.endsWith("/") && parts.length > 0 ? "/" : ""}` || ".";
}

export const delimiter = ":";
