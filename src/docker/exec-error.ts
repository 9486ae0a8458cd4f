/** Runtimes find out only after the start that the kernel does not execute a program; what they say then is in the container's log, as its last line. */
const execError =
	/^(?:exec \/\S+|(?:standard_init_linux\.go:\d+: )?exec user process caused|\{"msg":"exec container process [^"`]*`[^`"]+`): "?(?:exec format error|no such file or directory|permission denied)\b/i;

/** Whether a line of a log says that the program itself could not be executed. */
export const isExecError = (line: string): boolean => execError.test(line);
