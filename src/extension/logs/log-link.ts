import * as vscode from "vscode";
import type { LinePlace, LogSubject } from "../../webviews/logs/protocol.ts";

/** What a link to a line leads to. */
export type LineLink = { readonly subject: LogSubject; readonly line: LinePlace };

const path = "/log";

/** A link that opens the log at the line, from wherever it is followed on this machine. */
export function linkTo(subject: LogSubject, line: LinePlace, extensionId: string): vscode.Uri {
	const query = new URLSearchParams({ log: JSON.stringify(subject), source: line.source, time: line.time, index: String(line.index) });
	return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path, query: query.toString() });
}

/** Anybody may have written it: undefined where it is none of ours. */
export function readLink(uri: { readonly path: string; readonly query: string }): LineLink | undefined {
	if (uri.path !== path) return undefined;
	const query = new URLSearchParams(uri.query);
	const subject = readSubject(query.get("log"));
	const [source, time, index] = [query.get("source"), query.get("time"), Number(query.get("index") ?? 0)];
	if (!subject || !source || !time || Number.isNaN(Date.parse(time)) || !Number.isInteger(index)) return undefined;
	return { subject, line: { source, time, index } };
}

/** As a page keeps it, or a link has it. */
export function toSubject(value: unknown): LogSubject | undefined {
	const { kind, project, services, names } = (value ?? {}) as Readonly<Record<string, unknown>>;
	if (kind === "project" && typeof project === "string" && areTexts(services)) return { kind, project, services };
	return kind === "containers" && areTexts(names) && names.length > 0 ? { kind, names } : undefined;
}

const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === "string");

function readSubject(text: string | null): LogSubject | undefined {
	try {
		return toSubject(JSON.parse(text ?? ""));
	} catch {
		return undefined;
	}
}
