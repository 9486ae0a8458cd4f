import { stringify } from "smol-toml";
import { expect, test } from "vitest";
import { textOf } from "../../../src/engine/text/message.ts";
import { parse } from "yaml";
import { toTree, type TreeInstruction } from "../../../src/engine/dockerfile/tree.ts";
import {
	complete,
	isAsked,
	render,
	templateIds,
	templateOf,
	type Answers,
	type Files,
	type Rendered,
	type TemplateId,
} from "../../../src/engine/scaffold/scaffold.ts";

const nothing: Files = { paths: [], texts: new Map(), isUnknown: true };

const hostile = [
	"\n",
	"x\nRUN touch /injected",
	"x\r\nRUN touch /injected",
	"x\\\nRUN touch /injected",
	"x\rRUN y",
	"x\u2028RUN y",
	"x\u0085RUN y",
	"x\u0000y",
	"\ud800",
	'"',
	"'",
	'"]\nRUN ["y"',
	'", "; rm -rf /',
	"a'b",
	"$HOME",
	"${HOME}",
	"$(touch /injected)",
	"`touch /injected`",
	"\\",
	"a\\",
	"x # y",
	"#x",
	"# escape=`",
	"-x",
	"--privileged",
	"-",
	"..",
	"../x",
	"/etc/passwd",
	"a/../../b",
	"./x",
	"a b",
	" a",
	"a ",
	"\t",
	"a,target=/etc",
	"a=b",
	"a:b:c",
	"a: b",
	"- a",
	"{a}",
	"[a]",
	"&a",
	"*a",
	"!a",
	"%a",
	"@a",
	"|",
	">",
	"? a",
	"<<EOF",
	"a<<EOF",
	"&&",
	";",
	"*",
	"?",
	"é",
	"名",
	"🚢",
	"\u202e",
	"\ufeff",
	"{{this}}",
	"{{{this}}}",
	"__proto__",
	"constructor",
	"0",
	"00",
	"-1",
	"1e3",
	"65536",
	"3.14\nRUN y",
	"null",
	"true",
	"~",
	"",
	`/${"x".repeat(200)}`,
	"/health'",
	'/health"',
	"/health\\",
	"/health$HOME",
	"/health path",
	"main:app\n",
	"main:app()\nRUN y",
	"requirements.txt\n--index-url=x",
	"x".repeat(10_000),
];

/** Every question's answer in turn is the hostile one; all others, and the choices that lead to it, are harmless. */
const cases = templateIds.flatMap((id) =>
	templateOf(id).questions.flatMap(({ name }) => leadingTo(id, name).flatMap((given) => hostile.map((value) => ({ id, name, given, value })))),
);

test(`no answer adds an instruction, a flag or a key (${cases.length} cases)`, () => {
	const refusals = /^(?:Needed: |".*" (?:will do|will not do|is none|is no port)|Ports below)/s;
	let written = 0;
	for (const { id, name, given, value } of cases) {
		const rendered = render(id, nothing, { ...given, [name]: value });
		const isRefused = "refused" in rendered;
		const refused = isRefused ? rendered.refused.map(({ question, message }) => ({ question, isClear: refusals.test(textOf(message)) })) : [];
		expect({ name, value, refused }).toEqual({ name, value, refused: isRefused ? [{ question: name, isClear: true }] : [] });
		if (isRefused) continue;
		written++;
		// An empty answer is a choice of its own, and a version may be one of an older image.
		const isOneMoreValue = value !== "" && name !== "version";
		expect({ name, value, shape: isOneMoreValue && shape(rendered.files) }).toEqual({ name, value, shape: isOneMoreValue && shapeOf(id, given) });
	}
	expect(written, "some hostile values are words like any other").toBeGreaterThan(50);
});

test.each(["Orders & Returns", ...hostile])("a project's name is not asked for but found, and is a label's value: %j", (name) => {
	const project = (title: string): Files => ({
		paths: ["pyproject.toml", "main.py"],
		texts: new Map([["pyproject.toml", stringify({ project: { name: title } })]]),
	});
	const rendered = render("python", project(name), {});
	const outcome = "refused" in rendered ? rendered.refused.map(({ message }) => textOf(message).replace(/".*"/s, "…"))[0] : shape(rendered.files);
	const named = shape(filesOf(render("python", project("orders"), {})));
	const unnamed = shape(filesOf(render("python", project(""), {})));
	expect([named, unnamed, "Line breaks and control characters have no place in …", "… is not text"]).toContainEqual(outcome);
});

function leadingTo(id: TemplateId, name: string): Answers[] {
	const { questions } = templateOf(id);
	const question = questions.find((candidate) => candidate.name === name);
	const choices = Object.entries(question?.when ?? {});
	const ways = choices.length === 0 ? [{}] : choices.flatMap(([chosen, values]) => values.map((value) => ({ [chosen]: value })));
	return ways.filter((given) => question && isAsked(question, complete(id, nothing, given)));
}

function shapeOf(id: TemplateId, given: Answers) {
	return shape(filesOf(render(id, nothing, given)));
}

function filesOf(rendered: Rendered): Readonly<Record<string, string>> {
	if ("refused" in rendered) throw new Error(JSON.stringify(rendered.refused));
	return rendered.files;
}

/** All of the files but their values. */
function shape(files: Readonly<Record<string, string>>) {
	const { instructions, error } = toTree("Dockerfile", files["Dockerfile"] ?? "");
	return {
		error,
		instructions: instructions.map(instructionShape),
		compose: keys(parse(files["compose.yaml"] ?? "", { schema: "core" })),
		ignored: files[".dockerignore"],
	};
}

function instructionShape({ keyword, flags, args, json, heredocs, child }: TreeInstruction) {
	// A factory takes one flag more of Uvicorn's, a health check over HTTP another program, of the same length.
	const count = keyword === "CMD" ? args.length - (args.includes("--factory") ? 1 : 0) : args.length;
	return { keyword, flags: flags.map((flag) => flag.split(/[=,]/).length), count, json, heredocs, child };
}

function keys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(keys);
	if (value === null || typeof value !== "object") return typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, keys(each)]));
}
