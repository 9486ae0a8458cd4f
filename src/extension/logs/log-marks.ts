import { plainText } from "../../docker/plain-text.ts";
import type { LogMark } from "../../docker/actions/logs.ts";
import type { Translate } from "../explorer/kind.ts";
import { meaningOf, startErrorText } from "../start-error.ts";

/**
 * What the reader of a log is told between its lines. `lastLine` is the container's last line: where a program could not be executed
 * at all, it is the only place that says so. `explain` puts an error of the connection into words.
 */
export function markText(mark: LogMark, name: string, lastLine: string, explain: (error: unknown) => string, t: Translate): string {
	switch (mark.kind) {
		case "started":
			return t("{0} has started", name);
		case "waiting":
			return t("{0} has not been started yet; its start will be followed", name);
		case "failed":
			return t("{0} failed to start: {1}. The engine's words: {2}", name, startErrorText(mark.error, t), plainText(mark.error, 600));
		case "exited":
			return exitText(mark, name, lastLine, t);
		case "removed":
			return t("{0} was removed; a new container in its place will be followed", name);
		case "replaced":
			return t("{0} was replaced by a new container", name);
		case "lost":
			return t("connection lost; waiting for the engine. {0}", explain(mark.error));
		case "unreadable":
			return t("the logs cannot be read. {0}", explain(mark.error));
	}
}

/** Whether something has gone wrong. */
export const isBad = (mark: LogMark): boolean =>
	["failed", "lost", "unreadable"].includes(mark.kind) ||
	(mark.kind === "exited" && (mark.exitCode ? ![130, 143].includes(mark.exitCode) && (mark.exitCode !== 137 || mark.isOutOfMemory) : false));

function exitText({ exitCode, isOutOfMemory }: Extract<LogMark, { kind: "exited" }>, name: string, lastLine: string, t: Translate): string {
	if (exitCode === undefined) return t("{0} has ended", name);
	if (isOutOfMemory && exitCode !== 0)
		return t("{0} was killed: it used more memory than it may (exit code {1}); its next start will be followed", name, exitCode);
	const reason = exitCode !== 0 && /^exec \/?\S+: /.test(lastLine) ? meaningOf(lastLine, t) : undefined;
	if (reason) return t("{0} could not run: {1} (exit code {2}); its next start will be followed", name, reason, exitCode);
	return t("{0} has ended with exit code {1}; its next start will be followed", name, exitCode);
}
