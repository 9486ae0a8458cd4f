import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { removeInstruction } from "../../dockerfile/remove-instruction.ts";
import { stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import type { ProgramName } from "../../shell/programs/programs.ts";
import { commandsOf } from "../../shell/commands.ts";
import { removeCommand } from "../../shell/remove-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { type Edit, remove } from "../../text/text.ts";

const programs: readonly ProgramName[] = [
	"pecl",
	"docker-php-ext-enable",
	"docker-php-ext-install",
	"install-php-extensions",
	"apt-get",
	"apt",
	"apk",
	"dnf",
	"yum",
];

export default dockerfileRule({
	id: "xdebug-shipped",
	peers: { tally: ["tally/php/no-xdebug-in-final-image"] },
	category: "security",
	severity: "off",
	title: "The shipped image has Xdebug",
	why: [
		"Xdebug slows every request down, and whoever reaches it can run code in the application: it connects to a debugger that a request names.",
		"A stage of its own for development, which is built on the one that ships, keeps it at hand.",
	],
	options: {
		everyImage: { default: false, strict: true, description: "Report images into which no application is copied, too: most of those are for development." },
	},
	fixes: {
		onRequest: "Whether the image is for development is for you to decide.",
		never: "The command cannot be taken out.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM php:8.3-fpm
				RUN install-php-extensions pdo_mysql xdebug
				COPY . /var/www/html
			`,
			good: dockerfile`
				FROM php:8.3-fpm
				RUN install-php-extensions pdo_mysql
				COPY . /var/www/html
			`,
		},
	],

	needs: programs,
	check(file, { options }) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, ...programs)) {
			const installs = calls.flatMap((call) => {
				const word = call.command.conditional ? undefined : call.operandWords.find((each, index) => each && isXdebug.test(call.operands[index] ?? ""));
				return word && (call.subcommand === "" || /^(?:install|add)$/.test(call.subcommand)) ? [{ call, word }] : [];
			});
			const [first] = installs;
			if (!first || !isShipped(file, run) || isForWork.test(stageOf(file, run)?.name?.text ?? "")) continue;
			if (!options.everyImage && !hasApplication(file, run)) continue;
			const fix = withoutXdebug(file, run, installs);
			problems.push({ at: first.word, message: say`\`${first.word.text}\` is part of the image that is shipped`, ...(fix && { fix }) });
		}
		return problems;
	},
});

const isXdebug = /^(?:php[\d.]*-(?:pecl-)?)?xdebug(?:[-=@~^]?[\d.]+\S*|-(?:stable|beta))?$/;
const isForWork = /dev|debug|test|local|xdebug|ci$/i;

/** Whether a folder of the build context, or what another stage has made, is copied into the stage. */
function hasApplication(file: Dockerfile, run: Instruction): boolean {
	const stage = stageOf(file, run);
	return stagesOf(file).some(
		(each) =>
			(each === stage || each.parent === stage) &&
			each.instructions.some(({ keyword, args }) => /^(?:COPY|ADD)$/.test(keyword) && args.slice(0, -1).some(({ text }) => isFolder.test(text))),
	);
}

const isFolder = /^(?:\.|\.?\/?(?:app|src|public|web|www|html|application|code|backend|api)|\/(?:var\/www|app|srv)\S*)\/?\*?$/;

/** One edit for all of them, for what enables it fails where nothing has installed it. */
function withoutXdebug(file: Dockerfile, run: Instruction, installs: readonly { readonly call: Call; readonly word: ShellWord }[]): Fix | undefined {
	const title = say`Leave Xdebug out`;
	const isAll = commandsOf(file, run).every((command) => installs.some(({ call }) => call.command === command && call.operands.length === 1));
	const whole = isAll ? removeInstruction(file, run) : undefined;
	if (whole) return { title, edits: [whole], safe: false };
	const edits: Edit[] = [];
	for (const { call, word } of installs) {
		const edit = call.operands.length === 1 ? removeCommand(file, run, call.command) : withoutWord(call, word);
		if (!edit || edits.some(({ end }) => edit.start < end)) return undefined;
		edits.push(edit);
	}
	return { title, edits, safe: false };
}

function withoutWord({ command }: Call, word: ShellWord): Edit | undefined {
	const before = command.args[command.args.indexOf(word) - 1] ?? command.program;
	return before && !command.exec ? remove({ start: before.end, end: word.end }) : undefined;
}
