import { say } from "../../text/message.ts";
import type { EntryPoint } from "./entry-point.ts";

/**
 * Celery applications in a file: made there, or handed out by a function that is called after Celery, or by Flask's extensions.
 * They are named with their module, for where only that is given, Celery takes whatever it finds under `app`.
 */
export function celeryApplications(text: string, module: string, file: string): readonly EntryPoint[] {
	const isImported = /^[ \t]*(?:from[ \t]+celery\b|import[ \t]+celery\b)/m.test(text);
	const patterns = [
		...(isImported ? [/^(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:celery\.)?Celery[ \t]*\(/gm] : []),
		/^(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:\w+\.)*\w*(?:make|create|init|get|build|configure)\w*celery\w*[ \t]*\(/gim,
		/^(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:\w+\.)*celery_init_app[ \t]*\(/gm,
		/^(\w+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:\w+\.)*extensions\[["']celery["']\]/gm,
	];
	const names = new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name)));
	return [...names].map((name) => ({ kind: "celery", value: `${module}:${name}`, file, what: "Celery" }));
}

/** The application that a Procfile's or a script's own `celery -A … worker` names. */
export function celeryInProcfile(text: string): readonly EntryPoint[] {
	const found = /^\w+:.*\bcelery\b.*?(?:-A|--app)(?:[ \t]+|=)(["']?)([\w.]+(?::\w+)?)\1.*\bworker\b/m.exec(text);
	return found?.[2] === undefined ? [] : [{ kind: "celery", value: found[2], file: "Procfile", what: say`its worker` }];
}
