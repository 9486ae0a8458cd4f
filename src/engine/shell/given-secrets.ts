import { instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import { mountsOf } from "../dockerfile/mounts.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { holdsPassword, isHarmlessValue } from "../text/secrets.ts";
import type { Range } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/** A secret that a command is given in plain words. */
export type GivenSecret = { readonly at: Range; readonly program: string };

/** Options whose value is a secret, of programs that log in or fetch what is not for all. */
const options: ReadonlyMap<string, RegExp> = new Map([
	...["docker", "podman", "buildah", "skopeo", "helm", "oras", "crane", "az", "twine", "nuget", "dotnet", "oc", "cf", "subscription-manager"].map(
		(name): [string, RegExp] => [name, /^(?:-p|--password|-Password)$/],
	),
	["doctl", /^(?:-t|--access-token)$/],
	["sshpass", /^-p$/],
	["wget", /^--(?:http-|ftp-|proxy-)?password$/],
	["vault", /^-?-token$/],
	["gh", /^--with-token=$/],
]);

/** Subcommands that are followed by one: the words before it. */
const settings: readonly { readonly name: string; readonly words: RegExp }[] = [
	{ name: "aws", words: /^configure set (?:\S+\.)?aws_(?:secret_access_key|session_token)$/ },
	{ name: "npm", words: /^(?:config )?set \S*:?_(?:authToken|auth|password)$/i },
	{ name: "yarn", words: /^config set \S*(?:_authToken|npmAuthToken)$/i },
	{ name: "pnpm", words: /^(?:config )?set \S*_authToken$/i },
	{ name: "composer", words: /^config(?: -{1,2}\w+)* (?:http-basic\S+ \S+|(?:github-oauth|gitlab-token|bearer)\.\S+)$/ },
	{ name: "poetry", words: /^config (?:http-basic\.\S+ \S+|pypi-token\.\S+)$/ },
	{ name: "bundle", words: /^config(?: set)?(?: -{1,2}\w+)* \S+\.(?:com|org|io|net)$/ },
];

/** Headers that hold one. */
const header =
	/^(?:authorization\s*:\s*(?:bearer|basic|token)\s+|(?:private-token|job-token|x-jfrog-art-api|x-api-key|x-auth-token|x-vault-token)\s*:\s*)(.+)$/is;

const anySecret =
	/[Ll]ogin|[Pp]assword|sshpass|[Tt]oken|TOKEN|uthorization|-[Aa]pi|-API|secret_access_key|_auth|http-basic|-oauth|-\w*u[ =]|--user|:\/\/[^\s/@:]*:[^\s/@]+@/;

/** What RUNs are given so, and a secret mount does not bring. */
export function givenSecrets(file: Dockerfile): readonly GivenSecret[] {
	const found: GivenSecret[] = [];
	for (const run of instructionsAndTriggersOf(file, "RUN")) {
		if (!mayHold(run) || mountsOf(file, run).some(({ type }) => type === "secret")) continue;
		for (const command of commandsOf(file, run)) if (command.name !== undefined && asked.has(command.name)) found.push(...secretsOf(command));
	}
	return found;
}

const mayHold = ({ logical, heredocs }: Instruction): boolean =>
	anySecret.test(logical.text) || (heredocs.length > 0 && heredocs.some(({ content }) => anySecret.test(content)));

function* secretsOf(command: ShellCommand): Iterable<GivenSecret> {
	const { name, args } = command;
	if (name === undefined) return;
	const given = (word: ShellWord): GivenSecret => ({ at: { start: word.start, end: word.end }, program: name });
	const isPrinted = name === "echo" || name === "printf";
	if (isPrinted && !args.some(({ text }) => text.includes(":_"))) return;
	const own = options.get(name);
	const ownSettings = settings.filter((each) => each.name === name);
	for (const [index, word] of args.entries()) {
		const { value } = word;
		const next = args[index + 1];
		if (value === undefined) continue;
		if (own) {
			const equals = value.indexOf("=");
			if (own.test(value) && next && isSecret(next.value)) yield given(next);
			else if (equals > 0 && own.test(value.slice(0, equals)) && isSecret(value.slice(equals + 1))) yield given(word);
		}
		if (name === "curl" && /^(?:-\w*u|--user)$/.test(value) && next && isSecret(/^[^:]*:(.+)$/.exec(next.value ?? "")?.[1])) yield given(next);
		if ((name === "curl" || name === "wget") && isSecret(header.exec(value.replace(/^--header=/, ""))?.[1])) yield given(word);
		if (downloads.has(name) && holdsPassword(value) && /(?<!^ftp):\/\//i.test(value)) yield given(word);
		if (isPrinted && isSecret(/:_(?:authToken|password)=(["']?)([^"'\s\\]+)\1/.exec(value)?.[2])) yield given(word);
		if (index > 1 && index < 7 && ownSettings.length > 0 && isSecret(value) && ownSettings.some(({ words }) => words.test(wordsBefore(args, index))))
			yield given(word);
	}
}

const downloads: ReadonlySet<string> = new Set([
	"curl",
	"wget",
	"git",
	"pip",
	"pip3",
	"uv",
	"npm",
	"yarn",
	"pnpm",
	"go",
	"gem",
	"bundle",
	"composer",
	"svn",
	"hg",
	"apt-get",
	"poetry",
	"conda",
	"helm",
]);

/** The programs whose words are looked at. */
const asked: ReadonlySet<string> = new Set([...options.keys(), ...settings.map(({ name }) => name), ...downloads, "echo", "printf"]);

const wordsBefore = (args: readonly ShellWord[], index: number): string =>
	args
		.slice(0, index)
		.map(({ value }) => value ?? "?")
		.join(" ");

/** What is written out, and no placeholder; a variable may hold anything. */
const isSecret = (value: string | undefined): boolean =>
	value !== undefined && !value.includes("$") && !value.startsWith("-") && !isHarmlessValue("", value) && value.length > 2;
