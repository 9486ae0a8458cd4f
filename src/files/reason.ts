import { type Message, say } from "../engine/text/message.ts";

const reasons: Readonly<Record<string, Message>> = {
	ENOENT: say`no such file or directory`,
	EACCES: say`permission denied`,
	EPERM: say`permission denied`,
	EISDIR: say`is a directory`,
	ENOTDIR: say`a part of the path is not a directory`,
	ELOOP: say`too many symbolic links`,
	ENAMETOOLONG: say`the name is too long`,
	ERR_FS_FILE_TOO_LARGE: say`the file is larger than 2 GiB`,
	ERR_INVALID_ARG_VALUE: say`the path contains a null character`,
	ERR_STRING_TOO_LONG: say`the file is too large to be read as text`,
};

/** Why a file could not be read or written, in a few words. */
export function reason(error: unknown): Message {
	const { code = "", message } = error as NodeJS.ErrnoException;
	return reasons[code] ?? say`${message}`;
}
