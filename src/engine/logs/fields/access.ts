import type { FieldValue, Fields } from "./field.ts";

const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PROPFIND|PURGE|REPORT|MKCOL";

/** In the order in which they are asked, with what their groups are. Each begins with what few lines have, so that nearly all are done with at once. */
const requests: readonly { readonly pattern: RegExp; readonly names: readonly string[] }[] = [
	// Apache, nginx, Traefik, uvicorn, werkzeug, Django, Puma.
	{
		pattern: new RegExp(`"(${methods}) ([^\\s"]*)(?: (HTTP/[\\d.]+))?"(?: -)? ([1-5]\\d\\d)\\b(?: (\\d+))?`),
		names: ["method", "path", "protocol", "status", "bytes"],
	},
	// morgan: `GET /path 200 3.2 ms - 12`.
	{ pattern: new RegExp(`^(${methods}) (/\\S*) ([1-5]\\d\\d) ([\\d.]+ ms)(?: - (\\d+))?`), names: ["method", "path", "status", "duration", "bytes"] },
	// gin: `[GIN] date - time | 200 |  1.2ms |  ::1 | GET  "/path"`.
	{
		pattern: new RegExp(`\\| +([1-5]\\d\\d) \\| +([\\d.]+\\S*) \\| +(\\S+) \\| +(${methods}) +"([^"]*)"`),
		names: ["status", "duration", "remote", "method", "path"],
	},
];

const combined = /^(?<remote>[\da-fA-F.:]+|[\w.-]+) \S+ (?<user>\S+) \[[^\]]*\] "/;
const agents = /" [1-5]\d\d (?:\d+|-) "(?<referer>[^"]*)" "(?<agent>[^"]*)"/;

/** Lines longer than this are no access log. */
const longest = 8_000;

/** What a web server says of a request, where the line is of an access log. The status is a field, and says nothing of a level. */
export function readAccess(text: string): Fields | undefined {
	const request = requestOf(text);
	if (!request) return undefined;
	const fields = new Map<string, FieldValue>();
	for (const name of accessNames) {
		const value = valueOf(text, request, name);
		if (value !== undefined) fields.set(name, value);
	}
	return fields;
}

/** One of them. */
export function findInAccess(text: string, name: string): FieldValue | undefined {
	const request = accessNames.has(name) ? requestOf(text) : undefined;
	return request && valueOf(text, request, name);
}

const accessNames: ReadonlySet<string> = new Set(["remote", "user", "method", "path", "protocol", "status", "bytes", "duration", "referer", "agent"]);

type Request = { readonly match: RegExpExecArray; readonly names: readonly string[] };

function requestOf(text: string): Request | undefined {
	if (text.length > longest) return undefined;
	for (const { pattern, names } of requests) {
		const match = pattern.exec(text);
		if (match) return { match, names };
	}
	return undefined;
}

function valueOf(text: string, { match, names }: Request, name: string): FieldValue | undefined {
	const index = names.indexOf(name);
	const around = name === "remote" || name === "user" ? combined : name === "referer" || name === "agent" ? agents : undefined;
	const value = index >= 0 ? match[index + 1] : around?.exec(text)?.groups?.[name];
	if (value === undefined || value === "-" || value === "") return undefined;
	return name === "status" || name === "bytes" ? Number(value) : value;
}
