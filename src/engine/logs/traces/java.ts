import type { TraceKind } from "./trace.ts";

const others = /^(?:Caused by|Suppressed|Wrapped by|Causing): |^### |^(?:Error has been observed at the following site|Original Stack Trace:)|^\t?\.{3} \d+ /;

/** Java, Kotlin, Scala, Clojure, Groovy. */
export const java: TraceKind = {
	level: "error",
	starts: [
		{ pattern: /^Exception (?:in thread|occurred)\b|^Exception: .* thrown from the UncaughtExceptionHandler/, follows: "none" },
		{ pattern: /^(?:[a-z_$][\w$]*\.){1,12}[A-Z][\w$.]*(?:Exception|Error|Throwable|Failure|Fault|Interrupt|Timeout)[\w$]*(?=:|\s*$)/, follows: "any" },
		{ pattern: /^Caused by: /, follows: "any" },
	],
	continues: (line) => others.test(line),
};

/** What a virtual machine prints on a signal, and when it crashes. */
export const threadDump: TraceKind = {
	level: undefined,
	starts: [{ pattern: /^Full thread dump |^"[^"]+" #\d+ /, follows: "none" }],
	continues: (line) => line === "" || /^"[^"]+" (?:#\d+|os_prio|prio)|^JNI global ref|^Threads class SMR|^_java_thread_list|^\}$|^0x/.test(line),
};

export const javaCrash: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^# ?(?:A fatal error has been detected by the Java Runtime|There is insufficient memory for the Java Runtime)/, follows: "none" }],
	continues: (line) => line.startsWith("#"),
};
