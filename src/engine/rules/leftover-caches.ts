import { isShipped } from "../dockerfile/shipped-stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import type { Fix, Problem } from "../lint/rule.ts";
import { appendCommand, commandAfter } from "../shell/append-command.ts";
import { type Call, insertAfter } from "../shell/calls.ts";
import { commandsOf } from "../shell/commands.ts";
import { callsOfCache, fillingCalls, isMountedIn, type PackageCache } from "../shell/package-caches.ts";
import { rightsOf } from "../shell/rights.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { asHadolint, isKeptForHadolint, isPlain } from "./as-hadolint.ts";
import { say } from "../text/message.ts";
import type { Edit } from "../text/text.ts";

/** How the downloads are done away with: by another call of the program, by an option of the same, or by removing the folders of the user who ran it. */
export type Remedy = { readonly clean?: string; readonly option?: string; readonly remove?: string };

/** The option by which a rule judges as hadolint does. */
export const firstCalls = {
	default: false,
	hadolint: true,
	description: "Judge each `RUN` by its first installation and the first cleaning alone, whichever comes first.",
} as const;

/** What a package manager leaves of its downloads in the image: one finding a RUN, or where each call takes an option of its own, one a call. */
export function reportLeftovers(
	file: Dockerfile,
	cache: PackageCache,
	{ clean, option, remove }: Remedy,
	{ everyStage, firstCalls = false }: { readonly everyStage: boolean; readonly firstCalls?: boolean },
): readonly Problem[] {
	const byRun = callsOfCache(file, cache);
	if (byRun.size === 0) return none;
	const problems: Problem[] = [];
	for (const [run, calls] of byRun) {
		if (!everyStage && !(firstCalls ? isKeptForHadolint : isShipped)(file, run)) continue;
		const left = firstCalls ? firstInstallation(file, run, calls, cache) : fillingCalls(file, run, calls, cache);
		// One command at the end tidies up behind all of them.
		for (const call of option ? left : left.slice(0, 1)) {
			const last = left.at(-1) ?? call;
			const fix = option ? withOption(call, option) : clean ? withCommand(file, call, last, clean, cache) : remove && withRemoval(file, last, remove);
			const { program, subcommand } = call;
			problems.push({
				at: call.range,
				message: say`\`${subcommand ? `${program} ${subcommand}` : program}\` leaves what it has downloaded in the image`,
				...(fix && { fix }),
				...asHadolint(left.find(isHadolints) ?? call, left.some(isHadolints)),
			});
		}
	}
	return problems;
}

/** After which hadolint wants the cache emptied. */
const isHadolints = ({ program, command }: Call): boolean => {
	if (!hadolintsPrograms.has(command.name ?? "")) return false;
	const words = /dnf$/.test(program) ? /^(?:re)?install$|^upgrade$/ : program === "zypper" ? /^in(?:stall)?$/ : /^install$/;
	return isPlain(command) && command.args.some(({ value = "" }) => words.test(value));
};

const hadolintsPrograms = new Set(["yum", "dnf", "microdnf", "zypper", "yarn"]);

/** The first installation, where the first cleaning, or for yum and its kind the first `rm -rf`, does not come after it. */
function firstInstallation(file: Dockerfile, run: Instruction, calls: readonly Call[], cache: PackageCache): readonly Call[] {
	const own = calls.filter((call) => cache.programs.includes(call.program) && isPlain(call.command));
	const install = own.find(isHadolints);
	const isRpm = /(?:yum|dnf)$/.test(cache.programs[0]);
	if (!install || (!isRpm && isMountedIn(file, run, cache))) return none;
	const removal = isRpm
		? commandsOf(file, run).findIndex((command) => command.name === "rm" && isPlain(command) && command.args.some(({ text }) => text === "-rf"))
		: -1;
	const cleanings = [own.find(cache.cleans)?.index ?? -1, removal].filter((index) => index >= 0);
	return cleanings.length > 0 && Math.min(...cleanings) > install.index ? none : [install];
}

const none: readonly never[] = [];

const withOption = ({ command, word }: Call, option: string): Fix => ({
	title: say`Add \`${option}\``,
	edits: [insertAfter(command, word, option)],
	safe: true,
});

function withCommand(file: Dockerfile, { program, instruction, command }: Call, last: Call, clean: string, { isUsers }: PackageCache): Fix | undefined {
	const edit = isUsers ? cleaningAfter(file, last, clean) : cleaningAtEnd(file, instruction, command, `${program} ${clean}`);
	return edit && { title: say`Run \`${program} ${clean}\` in the same \`RUN\``, edits: [edit], safe: true };
}

/** Something later may count on what is removed. */
function withRemoval(file: Dockerfile, { instruction, command, index }: Call, folders: string): Fix | undefined {
	const edit = command.place.runBy ? undefined : commandAfter(command, commandsOf(file, instruction)[index + 1], `rm -rf ${folders}`);
	return edit && { title: say`Remove it in the same \`RUN\``, edits: [edit], safe: false };
}

/** A system's package manager is there to the end. */
function cleaningAtEnd(file: Dockerfile, run: Instruction, command: ShellCommand, text: string): Edit | undefined {
	const start = rightsOf(file, run, command);
	return start === undefined ? undefined : appendCommand(file, run, `${start}${text}`);
}

/** Others may be gone before, and are not always found by their name alone. */
function cleaningAfter(file: Dockerfile, { instruction, command, index }: Call, clean: string): Edit | undefined {
	const { program, place } = command;
	if (!program || place.runBy === "other" || /["'\s]/.test(program.text)) return undefined;
	const start = place.runBy ? `${place.runBy} ` : "";
	return commandAfter(command, commandsOf(file, instruction)[index + 1], `${start}${program.text} ${clean}`);
}

/** What the rules say of it. */
export const whyNoLeftovers = [
	"What a later `RUN` removes stays in the layer that wrote it, so that only the same `RUN` can keep it out of the image.",
] as const;

export const fixesOfLeftovers = {
	safely: "A command can be added to the `RUN`.",
	never: "The script lets no command be added, or it is not known who may remove the files.",
} as const;
