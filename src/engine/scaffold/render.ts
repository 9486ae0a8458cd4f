import type HandlebarsModule from "handlebars";
import * as runtime from "handlebars/runtime";
import { encoders, Unencodable } from "./encode.ts";
import { findProblem, isAsked, type Answers, type Files, type Template, type TemplateCode } from "./template.ts";
import { templates } from "./templates.ts";

export type TemplateId = keyof typeof templates;

/** The files by the paths they are written to, and what the user should know about them; or why there are none. */
export type Rendered =
	| { readonly files: Readonly<Record<string, string>>; readonly notes: readonly string[] }
	| { readonly refused: readonly { readonly question: string; readonly message: string }[] };

// The package declares no types for its runtime, which is the same object without the compiler.
const handlebars = (runtime as unknown as { readonly default: typeof HandlebarsModule }).default.create();
handlebars.registerHelper(Object.fromEntries(Object.entries(encoders).map(([name, encode]) => [name, (value: unknown) => encode(value)])));

export const templateIds = Object.keys(templates) as readonly TemplateId[];
export const templateOf = (id: TemplateId): Template => templates[id].template;
export const codeOf = (id: TemplateId): TemplateCode => templates[id].code;

/** Every question's answer: the given one, else the best suggestion, else the default; empty where the question does not arise. */
export function complete(id: TemplateId, files: Files, given: Answers = {}): Answers {
	const answers: Record<string, string> = {};
	for (const question of templateOf(id).questions) {
		const { name } = question;
		if (!isAsked(question, answers)) answers[name] = "";
		else
			answers[name] =
				given[name] ??
				suggestion(id, name, files, answers) ??
				(question.optional && files.paths.length > 0 && !findProblem(question, "", answers) ? "" : question.default);
	}
	return answers;
}

/** Renders all of a template's files. Touches no disk; an answer that will not do is refused, never mended. */
export function render(id: TemplateId, files: Files, given: Answers): Rendered {
	const answers = complete(id, files, given);
	const { questions } = templateOf(id);
	const refused = questions.flatMap((question) => {
		const message = isAsked(question, answers) ? findProblem(question, answers[question.name] ?? "", answers) : undefined;
		return message === undefined ? [] : [{ question: question.name, message }];
	});
	if (refused.length > 0) return { refused };
	try {
		const { view, notes } = codeOf(id).view(files, answers);
		return { files: Object.fromEntries(Object.entries(templates[id].files).map(([path, compiled]) => [path, handlebars.template(compiled)(view)])), notes };
	} catch (error) {
		if (error instanceof Unencodable) return { refused: [{ question: "", message: error.message }] };
		throw error;
	}
}

/** The best suggestion that will do; a project's own file may hold anything. */
function suggestion(id: TemplateId, name: string, files: Files, answers: Answers): string | undefined {
	const question = templateOf(id).questions.find((candidate) => candidate.name === name);
	return codeOf(id)
		.suggest[name]?.(files, answers)
		.find(({ value }) => question && findProblem(question, value, answers) === undefined)?.value;
}
