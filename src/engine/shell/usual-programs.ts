import { programNamed } from "./programs/programs.ts";

/** Programs and builtins with which commands in Dockerfiles begin. */
const usual = new Set(
	(
		"adduser addgroup awk bash bundle cargo cat cd chmod chown cmake composer conda cp curl dotnet echo export find gem git go gpg grep groupadd gzip " +
		"install ln ls make mkdir mv mvn node npm npx passwd php pnpm printf pwd python python3 rm rmdir rpm rustup sed service set sh source sudo systemctl tar tee " +
		"touch unzip update-alternatives useradd usermod wget xargs yarn"
	).split(" "),
);

/** Whether a word is the name of a program that one would expect at the beginning of a command. */
export const isProgram = (word: string): boolean => usual.has(word) || programNamed(word) !== undefined;
