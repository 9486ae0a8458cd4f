import { rootBaseOf, type Stage } from "../dockerfile/stages.ts";
import { startingInstructions } from "../dockerfile/start.ts";
import { stateAtEnd } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Account, accountsOf } from "./accounts.ts";
import { commandsOf } from "./commands.ts";
import { mayGiveUpRoot } from "./giving-up-root.ts";

/** The account that a stage makes and runs nothing as, though what it starts runs as root; undefined where there is none, or the file does not tell. */
export const unusedAccount = (file: Dockerfile, stage: Stage): Account | undefined => unused(stage, file);

const unused = fact((stage: Stage, file: Dockerfile): Account | undefined => {
	const account = accountsOf(file, stage).at(-1);
	// Editors that work in a container find theirs by their own configuration.
	if (!account || account.name === "vscode" || account.name === "codespace" || stateAtEnd(file, stage).user || rootBaseOf(file, stage)?.user !== "root")
		return undefined;
	const starts = startingInstructions(file, stage).flatMap((instruction) => commandsOf(file, instruction));
	// A server of a system has its own account to go on as, and a shell is there to be worked in.
	if (!starts.some(({ name = "" }) => runtimes.test(name)) || mayGiveUpRoot(file, stage)) return undefined;
	const named = new RegExp(`(?<![\\w.-])${account.name.replace(/\W/g, "\\$&")}(?![\\w.-])`);
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some((instruction) => uses(instruction, named))) return undefined;
	return account;
});

/** Programs that run what a project brings along. */
const runtimes =
	/^(?:python|pypy|node|nodejs|ruby|php|perl|java|dotnet|deno|bun|elixir|julia)[\d.]*$|^(?:npm|npx|yarn|pnpm|gunicorn|uvicorn|hypercorn|daphne|celery|flask|puma|rackup|rails|rake|bundle|streamlit|mix)$/;

/** Whether something is started as the user, or told whom to run as. */
function uses({ keyword, logical, heredocs }: Instruction, named: RegExp): boolean {
	const { text } = logical;
	if (keyword === "CMD" || keyword === "ENTRYPOINT" || keyword === "ENV") return named.test(text);
	if (keyword !== "RUN") return false;
	return [text, ...heredocs.map(({ content }) => content)].some((script) => named.test(script) && starting.test(script));
}

/** What runs something as a user; and what is told of those who log in to a server, which is not for the container to run as. */
const starting = /\b(?:su|sudo|gosu|su-exec|runuser|setuidgid|sshd|ssh|sudoers|supervisord?|chpasswd|smbpasswd|samba|vsftpd|proftpd|pure-ftpd)\b|\buser=/;
