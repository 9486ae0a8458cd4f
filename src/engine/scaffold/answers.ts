import { type Message, type MessageValue, say } from "../text/message.ts";
import { findProblem, isAsked, type Answers, type Files, type Question, type Suggestion, type Template, type TemplateCode } from "./template.ts";
import { templates } from "./templates.ts";

export type TemplateId = keyof typeof templates;

export const templateIds = Object.keys(templates) as readonly TemplateId[];
export const templateOf = (id: TemplateId): Template => templates[id].template;
export const codeOf = (id: TemplateId): TemplateCode => templates[id].code;

/** Every question's answer, and what speaks for it. `guess`: nothing in the project does, and nobody was asked. */
export type Answered = { readonly answers: Answers; readonly origins: { readonly [question: string]: Origin } };
export type Origin = { readonly kind: "given" | "guess" | "none" } | { readonly kind: "found"; readonly where: MessageValue };

/** The given answer, else the best suggestion, else the default; empty where the question does not arise. */
export function answer(id: TemplateId, files: Files, given: Answers = {}): Answered {
	const answers: Record<string, string> = {};
	const origins: Record<string, Origin> = {};
	for (const question of templateOf(id).questions) {
		[answers[question.name], origins[question.name]] = answerTo(id, question, files, given, answers);
	}
	return { answers, origins };
}

export const complete = (id: TemplateId, files: Files, given: Answers = {}): Answers => answer(id, files, given).answers;

function answerTo(id: TemplateId, question: Question, files: Files, given: Answers, answers: Answers): [string, Origin] {
	if (!isAsked(question, answers)) return ["", { kind: "none" }];
	const own = given[question.name];
	if (own !== undefined) return [own, { kind: "given" }];
	const suggestion = suggest(id, question.name, files, answers).find(({ value }) => problemOf(id, question, value, files, answers) === undefined);
	if (suggestion) return [suggestion.value, suggestion.where === "" ? { kind: "guess" } : { kind: "found", where: suggestion.where }];
	const mayBeEmpty = question.optional !== undefined && files.paths.length > 0 && findProblem(question, "", answers) === undefined;
	return mayBeEmpty ? ["", { kind: "none" }] : [question.default, { kind: "guess" }];
}

/** What may be answered to a question, best first, given the answers to those before it. */
export function suggest(id: TemplateId, question: string, files: Files, answers: Answers): readonly Suggestion[] {
	return codeOf(id).suggest[question]?.(files, answers) ?? [];
}

/** What is wrong with an answer, by itself or because of what the project holds; undefined where it will do. */
export function problemOf(id: TemplateId, question: Question, value: string, files: Files, answers: Answers): Message | undefined {
	const problem = findProblem(question, value, answers);
	if (problem !== undefined || value === "" || files.isUnknown) return problem;
	if (question.type === "file" && !files.paths.includes(value)) return missingFile(value, files.paths);
	return codeOf(id).check?.(question.name, value, files, answers);
}

function missingFile(path: string, paths: readonly string[]): Message {
	const end = /\.\w+$/.exec(path)?.[0] ?? "";
	const alike = paths.filter((candidate) => candidate.endsWith(end));
	const shown = alike.slice(0, 5).map((each) => `\`${each}\``);
	if (shown.length === 0) return say`There is no \`${path}\` in the folder, and no other file that ends with \`${end}\``;
	const [listed, more] = [shown.join(", "), alike.length - shown.length];
	return more > 0
		? say`There is no \`${path}\` in the folder; what ends with \`${end}\` there: ${listed} and ${more} more`
		: say`There is no \`${path}\` in the folder; what ends with \`${end}\` there: ${listed}`;
}
