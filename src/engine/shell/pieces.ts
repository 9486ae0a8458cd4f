import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { searchFor } from "../text/find-words.ts";
import { secretHints } from "../text/secret-values.ts";
import { userChangers, userChangingPackages } from "./user-changers.ts";

/** What rules look for in the text of RUNs, where no command's name gives it away: a rule's `needs` may name it. `$'` is one of them, too. */
const signs = [
	"$",
	"${",
	"$(echo ",
	"`echo ",
	"{",
	"[",
	"[[",
	"]}",
	"((",
	"=(",
	"<(",
	">(",
	">",
	"&>",
	"<<",
	"<<<",
	"|",
	"||",
	"&&",
	"==",
	"+=",
	"! ",
	"for ",
	"$?",
	"$@",
	"$*",
	"2>&1",
	"*",
	"@",
	"echo -",
] as const;

/** The same of words and signs that are looked for in all instructions, small letters standing for capitals, too: a command may be given what a variable holds. */
const words = [
	"$(",
	"`",
	"~",
	"--user",
	"-api",
	"-oauth",
	"/init.d/",
	"/run/secrets/",
	"/sh",
	"://",
	"_auth",
	"authorization",
	"BASH",
	"certificate",
	"cuda",
	"curlrc",
	"DEBIAN_FRONTEND",
	"disable-tls",
	"disable_tls",
	"force-yes",
	"function",
	"goflags",
	"goinsecure",
	"gonosum",
	"gosumdb",
	"gpg",
	"gpu_available",
	"HOSTTYPE",
	"http-basic",
	"http://",
	"insecure",
	"list_physical_devices",
	"login",
	"MACHTYPE",
	"nginx",
	"no_verify",
	"nvidia-container",
	"nvidia-docker",
	"nvidia-smi",
	"openresty",
	"OSTYPE",
	"password",
	"pipefail",
	"PIPESTATUS",
	"powershell",
	"pwsh",
	"pythonhttpsverify",
	"RANDOM",
	"reject_unauthorized",
	"sbin/init",
	"SECONDS",
	"secret_access_key",
	"secure-http",
	"siglevel",
	"sshpass",
	"ssl-verify",
	"ssl_verify",
	"sslverify",
	"strict-ssl",
	"strict_ssl",
	"strictssl",
	"sudo",
	"systemd",
	"token",
	"torch.cuda.",
	"trusted",
	"UID",
	"unauthenticated",
	"verify",
	"verify-",
	"weakrepositories",
	...userChangers,
	...userChangingPackages,
] as const;

/** What may be asked for: whatever is not searched for is found nowhere. */
export type Piece = (typeof signs)[number] | (typeof words)[number];

const allWords: readonly string[] = [...words, ...secretHints];

/** Not among those that are searched for, because quotes are seen through. */
const ansiQuote = "$'";

const inRuns = searchFor([...signs, ...allWords]);
const inOthers = searchFor(allWords);

export const hasPiece = (file: Dockerfile, ...pieces: readonly Piece[]): boolean => pieces.some((piece) => piecesIn(file).includes(piece));

/** Those that stand in the file, here documents among them; one that stands in several places may be there again. */
export const piecesIn = fact((file: Dockerfile): readonly string[] => {
	const found: string[] = [];
	const { text } = file;
	inRuns.begin();
	inOthers.begin();
	for (const instruction of file.instructions) {
		const { keyword, trigger, fullRange } = instruction;
		const isRun = (trigger?.keyword ?? keyword) === "RUN";
		(isRun ? inRuns : inOthers).find(text, fullRange.start, fullRange.end, found);
		if (isRun) addHidden(file, trigger ?? instruction, found);
	}
	return found;
});

/** What a RUN says and does not write: in a string of an exec form, and in `$'\x73udo'`. */
function addHidden({ text }: Dockerfile, { fullRange, json, args }: Instruction, found: string[]): void {
	if (json) for (const word of args) inRuns.find(word.text, 0, word.text.length, found);
	if (!text.slice(fullRange.start, fullRange.end).includes(ansiQuote)) return;
	found.push(ansiQuote, ...allWords);
}
