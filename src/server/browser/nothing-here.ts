/** What the server uses of Node's modules for files and programs, for where there is neither: every file is missing, every folder too, and no program starts. */

const missing = (): never => {
	throw Object.assign(new Error("There is no disk here."), { code: "ENOENT" });
};
const missingSoon = (): Promise<never> => Promise.reject(Object.assign(new Error("There is no disk here."), { code: "ENOENT" }));

// node:fs
export const readFileSync = missing;
export const readdirSync = missing;
export const statSync = (): undefined => undefined;

// node:fs/promises
export const [lstat, mkdtemp, opendir, readdir, rm, stat, writeFile] = Array.from({ length: 7 }, () => missingSoon);

// node:child_process
export const execFile = (...options: readonly unknown[]): void => {
	const answer = options.at(-1);
	if (typeof answer === "function") queueMicrotask(() => void answer(Object.assign(new Error("No program starts here."), { code: "ENOENT" })));
};

// node:os
export const tmpdir = (): string => "/";

// node:buffer
export const isUtf8 = (): boolean => true;
