const reasons: Readonly<Record<string, string>> = {
	ENOENT: "no such file or directory",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EISDIR: "is a directory",
	ENOTDIR: "a part of the path is not a directory",
	ELOOP: "too many symbolic links",
	ENAMETOOLONG: "the name is too long",
	ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GiB",
	ERR_INVALID_ARG_VALUE: "the path contains a null character",
	ERR_STRING_TOO_LONG: "the file is too large to be read as text",
};

/** Why a file could not be read or written, in a few words. */
export function reason(error: unknown): string {
	const { code = "", message } = error as NodeJS.ErrnoException;
	return reasons[code] ?? message;
}
