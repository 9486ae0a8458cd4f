import { type Message, type MessageValue, say } from "../text/message.ts";

/** Contents of templates/<id>/template.json. */
export type Template = {
	readonly title: string;
	/** A folder that holds one of these files is a project of this kind. `*` stands for anything but a slash. */
	readonly detect: readonly string[];
	/** How the names of its source files end, with the dot. */
	readonly sources: readonly string[];
	/** In the order in which they are asked: what is suggested for one may depend on those before it. */
	readonly questions: readonly Question[];
	/** Handlebars sources by the path they are written to. */
	readonly files: Readonly<Record<string, string>>;
};

export type Question = {
	readonly name: string;
	/** In English, as the title, the labels and the details are; they are translated where they are shown. */
	readonly prompt: string;
	readonly type: AnswerType;
	readonly default: string;
	/** What may be answered, where the type is "choice". */
	readonly choices?: readonly Choice[];
	/** Asked only where this holds, and where `unless` does not; otherwise the answer is empty. */
	readonly when?: Condition;
	readonly unless?: Condition;
	/** May be left empty where this holds; `{}` always holds. */
	readonly optional?: Condition;
};

/** `command` is what it comes to, where that tells more than words. */
export type Choice = { readonly value: string; readonly label: string; readonly detail?: string; readonly command?: string };

/** Holds where the answer to each question named is one of the values. */
export type Condition = { readonly [question: string]: readonly string[] };

/** By the question's name. */
export type Answers = { readonly [question: string]: string };

/** What the host has gathered: paths relative to the project's folder, with slashes, and the texts of those that it has read. */
export type Files = {
	readonly paths: readonly string[];
	readonly texts: ReadonlyMap<string, string>;
	/** There is no project to look at, so nothing can be missing in it. */
	readonly isUnknown?: true;
};

/** `where` says in what file an answer was found, or what else speaks for it. */
export type Suggestion = { readonly value: string; readonly where: MessageValue };

/** What a template knows beyond its data. */
export type TemplateCode = {
	/** Best first, by the question's name; given the answers to the questions before it. */
	readonly suggest: { readonly [question: string]: (files: Files, answers: Answers) => readonly Suggestion[] };
	/** What is wrong with an answer whose form is right, given the project and the answers to the questions before it. */
	check?(question: string, answer: string, files: Files, answers: Answers): Message | undefined;
	/** What the Handlebars sources are given, and what the user should know. `guessed` are the questions that nothing answered. */
	view(files: Files, answers: Answers, guessed: ReadonlySet<string>): { readonly view: object; readonly notes: readonly Message[] };
};

const answerTypes = {
	choice: { pattern: /^/, expected: say`one of the choices` },
	file: {
		pattern: /^(?!-)(?!\/)(?!(?:.*\/)?\.\.?(?:\/|$))[\p{L}\p{N}_./@+-]+$/u,
		expected: say`a path inside the folder, with slashes, of letters, digits, and . _ - + @`,
	},
	object: {
		pattern: /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*:[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*(?:\(\))?$/u,
		expected: say`a module, a colon and a name in it, for example \`app.main:app\` or \`shop:create_app()\``,
	},
	"module-or-object": {
		pattern: /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*(?::[\p{L}_][\p{L}\p{N}_]*)?$/u,
		expected: say`a module, or a module, a colon and a name in it, for example \`shop.celery:app\``,
	},
	module: { pattern: /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u, expected: say`a module's name, for example \`shop.worker\`` },
	command: { pattern: /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u, expected: say`a command's name, without arguments` },
	port: { pattern: /^[1-9]\d{0,4}$/, expected: say`a number from 1024 to 65535` },
	"url-path": {
		pattern: /^\/[A-Za-z0-9\-._~%!&*+,;=:@/?]*$/,
		expected: say`a path that begins with a slash, for example \`/health\`, with everything else but letters and digits as %XX`,
	},
	"python-version": { pattern: /^3\.\d{1,2}(?:\.\d{1,2})?$/, expected: say`a version of Python 3, for example \`3.14\`` },
} as const;

export type AnswerType = keyof typeof answerTypes;

/** What is wrong with an answer, for the one who gave it; undefined where it will do. */
export function findProblem(question: Question, answer: string, answers: Answers): Message | undefined {
	if (answer === "") return question.optional && holds(question.optional, answers) ? undefined : say`Needed: ${answerTypes[question.type].expected}`;
	if (question.type === "choice") {
		return question.choices?.some(({ value }) => value === answer) ? undefined : say`${quoted(answer)} is none of the choices`;
	}
	const { pattern, expected } = answerTypes[question.type];
	if (!pattern.test(answer)) return say`${quoted(answer)} will not do; expected: ${expected}`;
	if (question.type !== "port") return undefined;
	if (Number(answer) > 65535) return say`${quoted(answer)} is no port; expected: ${expected}`;
	return Number(answer) < 1024
		? say`Ports below 1024 are root's, and the container does not run as root; take 8080, and publish it as ${quoted(answer)}`
		: undefined;
}

/** Whether the question arises at all, given the answers to those before it. */
export const isAsked = ({ when, unless }: Question, answers: Answers): boolean => holds(when ?? {}, answers) && !(unless && holds(unless, answers));

function holds(condition: Condition, answers: Answers): boolean {
	return Object.entries(condition).every(([name, values]) => values.includes(answers[name] ?? ""));
}

function quoted(answer: string): string {
	return JSON.stringify(answer.length > 60 ? `${answer.slice(0, 60)}…` : answer);
}
