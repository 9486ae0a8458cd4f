import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { instructionsAndTriggersOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { commandsIn } from "../../../src/engine/shell/walk.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import type { Rule } from "../../../src/engine/lint/rule.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import type { readPlainScript } from "../../../src/engine/shell/plain-script.ts";
import type { ShellCommand } from "../../../src/engine/shell/shell-command.ts";
import { mutations, randomFrom } from "../dockerfile/mutation.ts";

const reader = vi.hoisted(() => ({ isOff: false, plain: 0, read: [] as string[], trees: [] as string[] }));
vi.mock(import("../../../src/engine/shell/plain-script.ts"), async (original) => {
	const real = await original();
	const counting: typeof readPlainScript = (text) => {
		reader.read.push(text);
		if (reader.isOff) return undefined;
		const commands = real.readPlainScript(text);
		if (commands) reader.plain++;
		return commands;
	};
	return { ...real, readPlainScript: counting };
});
vi.mock(import("unbash"), async (original) => {
	const real = await original();
	const counting: typeof real.parse = (text) => {
		reader.trees.push(text);
		return real.parse(text);
	};
	return { ...real, parse: counting };
});

beforeEach(() => {
	reader.isOff = false;
	reader.read = [];
});

const show = ({ joint, name, program, args, assignments, redirects, inputs, wrappers, conditional, subshell, isFatal, range, place }: ShellCommand) => ({
	joint,
	name,
	words: [program, ...args].map((word) => word && [word.text, word.value, word.start, word.end, word.parts?.map(({ type, text }) => [type, text])]),
	assignments: assignments.map((each) => [each.name, each.value, each.word?.text]),
	redirects: redirects.map(({ operator, target }) => [operator, target.text, target.value, target.start]),
	rest: [inputs, wrappers, conditional, subshell, isFatal, range.start, range.end, place.branch?.kind, place.isBackground, place.runBy],
});

const read = (text: string, isOff: boolean) => {
	reader.isOff = isOff;
	// A blank in front makes another text of it, which was not read before.
	return commandsIn(isOff ? { text: ` ${text}`, toDocument: (offset) => offset - 1 } : { text, toDocument: (offset) => offset }).map(show);
};

const pieces =
	'&& || | ; & \n # ( ) { } < > >> 2>&1 &> <<EOF $x ${x:-y} ${x:?} $(a) $(a;b&&(c)) "$(a\t\'b\')" `a` "`a`" $(`a`) (a;b) " \' \\ ! if then fi for do done case [[ ]] [ A=1 A+=1 A[0]=1 export set -e sudo sh -c \'a b\' "a $b" *.x {a,b} ~ ='.split(
		" ",
	);

test("simple scripts are read without a tree as they are with one", { timeout: 60_000 }, () => {
	const files = readdirSync("test/rules", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".dockerfile"));
	const scripts = files.flatMap((file) =>
		instructionsAndTriggersOf(parse(readFileSync(`test/rules/${file}`, "utf8")), "RUN").flatMap(({ json, args, heredocs }) =>
			json ? [] : [args[0]?.text ?? "", ...heredocs.map(({ content }) => content)],
		),
	);
	const random = randomFrom(1);
	const pick = () => pieces[Math.floor(random() * pieces.length)] ?? "";
	const mutated = mutations(scripts, 1);
	for (let round = 0; round < 700; round++) {
		const script = mutated.next().value;
		const at = Math.floor(random() * (script.length + 1));
		for (const text of [
			script,
			`${script.slice(0, at)}${pick()}${script.slice(at)}`,
			`a ${pick()} b ${pick()} ${pick()} c ${pick()}`,
			`a ${pick()} sh -c "b ${pick()} c && d" ${pick()} e`,
		])
			expect({ text, commands: read(text, false) }).toEqual({ text, commands: read(text, true) });
	}
	expect(reader.plain, "most are simple").toBeGreaterThan(700);
});

const linted = (text: string, chosen: readonly Rule[] = rules) =>
	lint(dockerfileLanguage, parse(text), chosen, { preset: "strict", rules: new Map(), ignore: [] });

test("a script is read once, however many rules want it", () => {
	const clones = Array.from({ length: 256 }, (_, index) => ({ ...(rules[index % rules.length] as Rule), id: `clone-${index}` }));
	const { faults } = linted(
		"FROM debian:12\nRUN ./apart\nWORKDIR /app\nRUN apt-get update && apt-get install once\nRUN pip install once $(cat list)\nRUN apk add once\n",
		clones,
	);
	expect(faults).toEqual([]);
	expect(reader.read.toSorted()).toEqual(["./apart", "apk add once", "apt-get update && apt-get install once", "pip install once $(cat list)"]);
});

test("a script that an edit did not touch is read without making its tree again", () => {
	const text = "FROM debian:12\nRUN if kept; then apt-get install kept; fi\nRUN if b; then apk add kept; fi\nRUN <<EOF\nif a; then pip install kept; fi\nEOF\n";
	linted(text);
	const first = reader.trees.length;
	linted(`# a comment\n${text.replace("apk add kept", "apk add changed")}`);
	expect(reader.trees.slice(first).filter((each) => !each.startsWith(": "))).toEqual(["if b; then apk add changed; fi"]);
});
