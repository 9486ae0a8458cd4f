import type { LogMark } from "../../docker/logs/log.ts";
import { plainText } from "../../docker/plain-text.ts";
import { isExecError } from "../../docker/exec-error.ts";
import type { Translate } from "../explorer/kind.ts";
import { engineWords, meaningOf, startErrorText } from "../start-error.ts";

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
			return failedText(mark.error, name, t);
		case "exited":
			return exitText(mark, name, lastLine, t);
		case "removed":
			return t("{0} was removed; a new container in its place will be followed", name);
		case "replaced":
			return t("{0} was replaced by a new container", name);
		case "lost":
			return t("connection lost; waiting for the engine. {0}", explain(mark.error));
		case "back":
			return t("the engine is back; the log of {0} goes on", name);
		case "unreadable":
			return unreadableText(mark, name, explain, t);
	}
}

/** Whether something has gone wrong. */
export const isBad = (mark: LogMark): boolean =>
	["failed", "lost", "unreadable"].includes(mark.kind) ||
	(mark.kind === "exited" && (mark.exitCode ? ![130, 143].includes(mark.exitCode) && (mark.exitCode !== 137 || mark.isOutOfMemory) : false));

function unreadableText({ error, driver }: Extract<LogMark, { kind: "unreadable" }>, name: string, explain: (error: unknown) => string, t: Translate): string {
	// These give back what they were given; the others send it elsewhere, or nowhere.
	if (driver === "" || ["json-file", "local", "journald", "k8s-file"].includes(driver)) return t("the logs cannot be read. {0}", explain(error));
	const driverName = plainText(driver, 60);
	if (driver === "none") return t("{0} keeps no logs: its logging driver is “none”. Make it again with “local” or “json-file”, and they are shown here", name);
	return t(
		"the logs of {0} cannot be read here: its logging driver, “{1}”, sends them elsewhere. Read them there, or make it again with “local” or “json-file”",
		name,
		driverName,
	);
}

function failedText(error: string, name: string, t: Translate): string {
	const words = engineWords(error, t);
	const text = t("{0} failed to start: {1}", name, startErrorText(error, t));
	return words ? t("{0}. The engine's words: {1}", text, words) : text;
}

function exitText({ exitCode, isOutOfMemory, isRestarted }: Extract<LogMark, { kind: "exited" }>, name: string, lastLine: string, t: Translate): string {
	if (exitCode === undefined) return t("{0} has ended", name);
	const next = isRestarted ? t("its restart policy starts it again") : t("its next start will be followed");
	if (isOutOfMemory && exitCode === 137) return t("{0} was killed: it used more memory than it may (exit code {1}); {2}", name, exitCode, next);
	if (isOutOfMemory && exitCode !== 0) return t("{0} has ended with exit code {1}: a process of it was killed, out of memory; {2}", name, exitCode, next);
	const reason = exitCode !== 0 && isExecError(lastLine) ? meaningOf(lastLine, t) : undefined;
	if (reason) return t("{0} could not run: {1} (exit code {2}); {3}", name, reason, exitCode, next);
	return t("{0} has ended with exit code {1}; {2}", name, exitCode, next);
}
