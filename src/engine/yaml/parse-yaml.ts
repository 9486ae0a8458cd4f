import { Composer, isMap, isScalar, isSeq, Lexer, Parser, type Document } from "yaml";
import type { Range } from "../text/text.ts";
import { repeatedKey, yamlProblems, type YamlProblem } from "./yaml-problems.ts";

export { isAlias, isMap, isNode, isScalar, isSeq, stringify, type Node, type Scalar } from "yaml";

export type Yaml = {
	/** In order; empty where the nesting is too deep. */
	readonly documents: readonly Document.Parsed[];
	readonly problems: readonly YamlProblem[];
	/** From `#` to the end of the line, in order. */
	readonly comments: readonly Range[];
	/** Where the text nests so deeply that the parser could run out of stack; then nothing is parsed. */
	readonly tooDeep: Range | undefined;
};

const deepest = { brackets: 200, indicators: 100, indentation: 400 };

/** Reads YAML 1.2 with the core schema. Load it lazily: it brings the parser. */
export function parseYaml(text: string): Yaml {
	const parser = new Parser();
	const tokens = [];
	const comments: Range[] = [];
	let [offset, brackets, indicators, isScalar] = [0, 0, 0, false];
	for (const lexeme of new Lexer().lex(text)) {
		const start = offset;
		// Marks of the lexer's own stand for nothing in the text.
		if (!lexerMarks.test(lexeme)) offset += lexeme.length;
		if (lexeme.startsWith("#") && !isScalar) comments.push({ start, end: start + lexeme.trimEnd().length });
		if (lexeme === "{" || lexeme === "[") brackets++;
		else if (lexeme === "}" || lexeme === "]") brackets = Math.max(0, brackets - 1);
		else if (brackets === 0 && (lexeme === "-" || lexeme === "?" || lexeme === ":")) indicators++;
		else if (/\n/.test(lexeme) || isScalar) indicators = 0;
		const isIndentedTooFar = lexeme.length > deepest.indentation && /^ +$/.test(lexeme);
		if (brackets > deepest.brackets || indicators > deepest.indicators || isIndentedTooFar)
			return { documents: [], problems: [], comments: [], tooDeep: { start, end: offset } };
		isScalar = lexeme === "\x1f";
		tokens.push(...parser.next(lexeme));
	}
	tokens.push(...parser.end());
	// The parser would compare each key with all before it.
	const options = { version: "1.2", schema: "core", prettyErrors: false, uniqueKeys: false } as const;
	const documents = [...new Composer(options).compose(tokens, true, text.length)];
	const repeated = documents.flatMap(({ contents }) => [...repeatedKeys(contents)]);
	return {
		documents,
		problems: yamlProblems(
			documents.flatMap(({ errors }) => errors),
			repeated,
		),
		comments,
		tooDeep: undefined,
	};
}

/** Keys that their mapping has before. */
function* repeatedKeys(node: unknown): Generator<YamlProblem> {
	if (isSeq(node)) for (const item of node.items) yield* repeatedKeys(item);
	if (!isMap(node)) return;
	const known = new Map<unknown, Range>();
	for (const { key, value } of node.items) {
		if (isScalar(key)) {
			const [start = 0, end = start + 1] = key.range ?? [];
			const first = known.get(key.value);
			if (first) yield repeatedKey({ start, end }, first);
			else known.set(key.value, { start, end });
		} else yield* repeatedKeys(key);
		yield* repeatedKeys(value);
	}
}

const lexerMarks = /^[\x02\x18\x1f]$/;
