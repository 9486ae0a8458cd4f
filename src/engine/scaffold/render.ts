import runtime from "handlebars/runtime";
import type { Message } from "../text/message.ts";
import { answer, codeOf, problemOf, templateOf, type TemplateId } from "./answers.ts";
import { encoders, Unencodable } from "./encode.ts";
import { isAsked, type Answers, type Files } from "./template.ts";
import { templates } from "./templates.ts";

/** The files by the paths they are written to, and what the user should know about them; or why there are none. */
export type Rendered =
	| { readonly files: Readonly<Record<string, string>>; readonly notes: readonly Message[] }
	| { readonly refused: readonly { readonly question: string; readonly message: Message }[] };

const handlebars = runtime.create();
handlebars.registerHelper(Object.fromEntries(Object.entries(encoders).map(([name, encode]) => [name, (value: unknown) => encode(value)])));

/** Renders all of a template's files. Touches no disk; an answer that will not do is refused, never mended. */
export function render(id: TemplateId, files: Files, given: Answers): Rendered {
	const { answers, origins } = answer(id, files, given);
	const refused = templateOf(id).questions.flatMap((question) => {
		const message = isAsked(question, answers) ? problemOf(id, question, answers[question.name] ?? "", files, answers) : undefined;
		return message === undefined ? [] : [{ question: question.name, message }];
	});
	if (refused.length > 0) return { refused };
	const guessed = new Set(Object.keys(origins).filter((question) => origins[question]?.kind === "guess"));
	try {
		const { view, notes } = codeOf(id).view(files, answers, guessed);
		return { files: Object.fromEntries(Object.entries(templates[id].files).map(([path, compiled]) => [path, handlebars.template(compiled)(view)])), notes };
	} catch (error) {
		if (error instanceof Unencodable) return { refused: [{ question: "", message: error.problem }] };
		throw error;
	}
}
