import * as vscode from "vscode";
import {
	complete,
	findProblem,
	isAsked,
	suggest,
	templateOf,
	type Answers,
	type Files,
	type Question,
	type Suggestion,
	type TemplateId,
} from "../../engine/scaffold/scaffold.ts";
import { back, input, pick, type Answer, type Item, type Step } from "./ask.ts";

/** Asks a template's questions one after the other, each answered in advance as well as the files allow. `from` is where to begin: "last" after coming back. */
export async function askQuestions(
	id: TemplateId,
	files: Files,
	given: Answers,
	from: "first" | "last",
	title: string,
	stepsAfter: number,
): Promise<Answer<Answers>> {
	const { questions } = templateOf(id);
	let answers = complete(id, files, given);
	const asked = () => questions.filter((question) => isAsked(question, answers));
	let index = from === "first" ? 0 : asked().length - 1;
	for (;;) {
		const question = asked()[index];
		if (!question) return answers;
		const step = { title, step: index + 1, totalSteps: asked().length + stepsAfter, placeholder: question.prompt };
		const answer = await ask(question, step, suggest(id, question.name, files, answers), answers);
		if (answer === undefined) return undefined;
		if (answer === back) {
			index--;
			continue;
		}
		// What was answered after this question rests on it, and is suggested anew where this answer is another one.
		const before = questions.slice(0, questions.indexOf(question));
		const kept = answer === answers[question.name] ? answers : Object.fromEntries(before.map(({ name }) => [name, answers[name] ?? ""]));
		answers = complete(id, files, { ...kept, [question.name]: answer });
		index++;
	}
}

async function ask(question: Question, step: Step, suggestions: readonly Suggestion[], answers: Answers): Promise<Answer<string>> {
	const current = answers[question.name] ?? "";
	const fits = suggestions.filter(({ value }) => findProblem(question, value, answers) === undefined);
	if (question.choices) return pick(step, choices(question.choices, fits), current);
	const problem = (value: string) => findProblem(question, value, answers);
	if (fits.length < 2) {
		const where = fits[0]?.value === current && fits[0].where ? ` (${fits[0].where})` : "";
		return input({ ...step, placeholder: step.placeholder + where }, current, problem);
	}
	for (;;) {
		const items: Item<string | typeof other>[] = fits.map(({ value, where }) => ({ label: value || vscode.l10n.t("None"), description: where, value }));
		items.push({ label: vscode.l10n.t("$(edit) Another…"), value: other, alwaysShow: true });
		if (!fits.some(({ value }) => value === current)) items.unshift({ label: current || vscode.l10n.t("None"), value: current });
		const answer = await pick(step, items, current);
		if (answer !== other) return answer;
		const typed = await input({ ...step, step: step.step }, current, problem);
		if (typed !== back || step.step === 1) return typed;
	}
}

const other = Symbol("other");

function choices(all: NonNullable<Question["choices"]>, suggestions: readonly Suggestion[]): Item<string>[] {
	const item = ({ value, label, detail }: (typeof all)[number], description = ""): Item<string> => ({ label, detail, description, value });
	const found = suggestions.flatMap(({ value, where }) => all.filter((choice) => choice.value === value).map((choice) => item(choice, where)));
	const rest = all.filter(({ value }) => !suggestions.some((suggestion) => suggestion.value === value)).map((choice) => item(choice));
	if (found.length === 0 || rest.length === 0) return [...found, ...rest];
	const separator = (label: string): Item<string> => ({ label, kind: vscode.QuickPickItemKind.Separator });
	return [separator(vscode.l10n.t("found here")), ...found, separator(vscode.l10n.t("others")), ...rest];
}
