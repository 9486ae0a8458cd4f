import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { toTree, type TreeInstruction } from "../../../../src/engine/dockerfile/tree.ts";
import { format } from "../../../../src/engine/language/dockerfile/format/format.ts";
import { type FormatOptions, blanks, tab, toFormatOptions } from "../../../../src/engine/language/format-options.ts";
import { argumentPlaces, operatorPlaces } from "../../../../src/engine/lint/configuration.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

const usual = { ...toFormatOptions({}, new Map()), indent: blanks(4) };

const formatted = (text: string, options: Partial<FormatOptions> = {}): string => applyEdits(text, format(parse(text), { ...usual, ...options }).edits);

/** A text without its first line end, as it stands in a test. */
const block = ({ raw }: TemplateStringsArray): string => raw.join("").slice(1);

test.each([
	["nothing", "", ""],
	["a formatted file", "# syntax=docker/dockerfile:1\nFROM a\n\n\nRUN b\n", "# syntax=docker/dockerfile:1\nFROM a\n\n\nRUN b\n"],
	["blanks around instructions and comments", "  # one  \n\tFROM   a  \n\t# two\t\n", "# one\nFROM a\n# two\n"],
	["a tab after the keyword", "FROM\ta\nRUN\t\tb\tc\n", "FROM a\nRUN b\tc\n"],
	["empty lines where the file begins and ends", "\n \n# one\nFROM a\n\n\n\n\n", "# one\nFROM a\n"],
	["many empty lines", "FROM a\n\n\n\n\nRUN b\n", "FROM a\n\n\nRUN b\n"],
	["an empty line that keeps a comment from being a directive", "\n\n# escape=`\nFROM a\nRUN b \\\n c\n", "\n# escape=`\nFROM a\nRUN b \\\n    c\n"],
	["a last line that does not end", "FROM a\nRUN b", "FROM a\nRUN b\n"],
	["comments alone", "# a", "# a\n"],
	["empty lines alone", "\n\n", ""],
	["keywords in small letters", "from a as b\nrun b\n", "from a as b\nrun b\n"],
	["most keywords in capitals", "FROM a as b\nrun b\nHEALTHCHECK cmd c\nOnbuild copy d e\n", "FROM a AS b\nRUN b\nHEALTHCHECK CMD c\nONBUILD COPY d e\n"],
	[
		"flags and words",
		"FROM  --platform=a   b\nCOPY  --from=a\t--link   b   c  /d\nEXPOSE 1   2\n",
		"FROM --platform=a b\nCOPY --from=a --link b c /d\nEXPOSE 1 2\n",
	],
	["pairs", "FROM a\nENV  A=1   B='x  y'\nARG  C=1  D\nLABEL a=b  c=\n", "FROM a\nENV A=1 B='x  y'\nARG C=1 D\nLABEL a=b c=\n"],
	["the old pair, whose value has blanks", "FROM a\nENV  A   b  c\n", "FROM a\nENV A b  c\n"],
	["an exec form", 'FROM a\nCMD [ "a","b" ,"c  d" ]\n', 'FROM a\nCMD ["a", "b", "c  d"]\n'],
	["a check in exec form", 'FROM a\nHEALTHCHECK   --retries=1   CMD   ["a","b"]\n', 'FROM a\nHEALTHCHECK --retries=1 CMD ["a", "b"]\n'],
	["blanks in a script", "FROM a\nRUN a  b   &&  c\n", "FROM a\nRUN a  b   &&  c\n"],
	["what Docker does not know", "FROM a\n  FORM   b\n{{ x }}\n", "FROM a\n  FORM   b\n{{ x }}\n"],
	["what it cannot read", "FROM a\n  ENV   A\n", "FROM a\n  ENV   A\n"],
	["carriage returns, as in most lines", "FROM  a\r\nRUN b \\\r\n c\nRUN  d\r\n", "FROM a\r\nRUN b \\\r\n    c\r\nRUN d\r\n"],
	["a byte order mark", "\uFEFF  FROM  a\n", "\uFEFFFROM a\n"],
	["a here document", "FROM a\n  RUN   <<EOF  \n  x  \n\n\n\n\n y\nEOF\n  USER   b\n", "FROM a\nRUN <<EOF\n  x  \n\n\n\n\n y\nEOF\nUSER b\n"],
	["two here documents", "FROM a\nCOPY  <<A   <<-B  /c\n  a \nA\n\t b\n\tB\n", "FROM a\nCOPY <<A <<-B /c\n  a \nA\n\t b\n\tB\n"],
	["a here document without an end", "FROM a\nRUN  <<EOF\n  x", "FROM a\nRUN  <<EOF\n  x"],
])("%s", (_, text, expected) => {
	expect(formatted(text)).toBe(expected);
});

describe("continued lines", () => {
	test("are indented by what the script is made of, arguments as deep as they are", () => {
		const text = block`
FROM a
RUN set -eux; \
  apt-get update && apt-get install -y \
  curl \
    git; \
  if [ -n "$x" ]; then \
  b \
    && c | \
      sort; \
  else \
  # why
  d; \
  fi; \
  case "$e" in \
  amd64) f \
  ;; \
  *) g ;; \
  esac; \
  for h in 1 2; do \
  ( cd $h && \
  make ); \
  done; \
  { \
  echo i; \
  } > j; \
  k="$( \
  l m \
  )"
`;
		expect(formatted(text)).toBe(block`
FROM a
RUN set -eux; \
    apt-get update && apt-get install -y \
    curl \
        git; \
    if [ -n "$x" ]; then \
        b \
            && c | \
                sort; \
    else \
        # why
        d; \
    fi; \
    case "$e" in \
        amd64) f \
            ;; \
        *) g ;; \
    esac; \
    for h in 1 2; do \
        ( cd $h && \
            make ); \
    done; \
    { \
        echo i; \
    } > j; \
    k="$( \
        l m \
    )"
`);
	});

	// Each as its thread has it, in our own words.
	const hanging = block`
FROM a
RUN     true \
    &&  apt-get update \
    &&  apt-get install -y \
            curl \
            git \
    &&  true
`;
	test.each([
		["keep", "RUN true \\\n    &&  apt-get update \\\n    &&  apt-get install -y \\\n        curl \\\n        git \\\n    &&  true\n"],
		["hang", "RUN true \\\n    &&  apt-get update \\\n    &&  apt-get install -y \\\n        curl \\\n        git \\\n    &&  true\n"],
		["flush", "RUN true \\\n    &&  apt-get update \\\n    &&  apt-get install -y \\\n    curl \\\n    git \\\n    &&  true\n"],
	] as const)("arguments: %s", (place, expected) => {
		expect(formatted(hanging, { arguments: place })).toBe(`FROM a\n${expected}`);
	});

	test.each([
		["arguments that need not be told from anything", "RUN a \\\n  b \\\n  c\n", "RUN a \\\n    b \\\n    c\n"],
		["arguments below a command on a line of its own", "RUN \\\n  a && \\\n  b \\\n  c\n", "RUN \\\n    a && \\\n    b \\\n        c\n"],
	])("hanging: %s", (_, text, expected) => {
		expect(formatted(text, { arguments: "hang" })).toBe(expected);
	});

	test.each([
		[
			"flags on lines of their own",
			"RUN --mount=type=ssh \\\n  --mount=type=cache,target=/a   \\  \n  b c\n",
			"RUN --mount=type=ssh \\\n    --mount=type=cache,target=/a \\\n    b c\n",
		],
		["a comment right after the first line", "RUN \\\n# why\n  a && \\\n\t# more\n  b\n", "RUN \\\n    # why\n    a && \\\n    # more\n    b\n"],
		["comments at the end", "RUN a \\\n  b \\\n# end\n", "RUN a \\\n    b \\\n    # end\n"],
		["empty lines", "RUN a && \\\n  \n  b\n", "RUN a && \\\n\n    b\n"],
		["lines of the character alone", "RUN a; \\\n \\\n  b\n", "RUN a; \\\n    \\\n    b\n"],
		["no blank before the character", "RUN a &&\\\nb\n", "RUN a && \\\n    b\n"],
		["a word over two lines", "RUN a b\\\nc\n", "RUN a b\\\nc\n"],
		["a string over two lines", 'RUN a "b \\\n  c" \\\n d\n', 'RUN a "b \\\n  c" \\\n    d\n'],
		["a comment of the shell", "RUN a # b \\\n  c\n", "RUN a # b \\\n  c\n"],
		["quotes that do not match", "RUN a 'b \\\n  c\n", "RUN a 'b \\\n  c\n"],
		[
			"the end of a loop's head",
			"RUN for a in \\\n  b \\\n  c \\\n  ; do \\\n  d; \\\n  done\n",
			"RUN for a in \\\n        b \\\n        c \\\n    ; do \\\n        d; \\\n    done\n",
		],
		["an ended semicolon", "RUN find . -exec a {} \\; \\\n  -print\n", "RUN find . -exec a {} \\; \\\n    -print\n"],
		["values", "ENV A=1 \\\n  B=2 \\\n    C='x \\\n  y'\n", "ENV A=1 \\\n    B=2 \\\n        C='x \\\n  y'\n"],
		["an exec form", 'CMD [ \\\n"a", \\\n      "b" \\\n   ]\n', 'CMD [ \\\n    "a", \\\n    "b" \\\n]\n'],
		["a check", "HEALTHCHECK --retries=1 \\\n  CMD a \\\n  || exit 1\n", "HEALTHCHECK --retries=1 \\\n    CMD a \\\n    || exit 1\n"],
		["a trigger", "ONBUILD  run  a && \\\n  b\n", "ONBUILD RUN a && \\\n    b\n"],
		["a here document below", "RUN cat <<EOF > a && \\\n b\n  x\nEOF\n", "RUN cat <<EOF > a && \\\n    b\n  x\nEOF\n"],
		[
			"the backtick in a script of PowerShell",
			"# escape=`\nFROM a\nSHELL [\"powershell\"]\nRUN a; `\n  b 'c `\n  d'; `\n  e\n",
			"# escape=`\nFROM a\nSHELL [\"powershell\"]\nRUN a; `\n    b 'c `\n  d'; `\n    e\n",
		],
		[
			"a script of cmd",
			'# escape=`\nFROM a\nSHELL ["cmd", "/S", "/C"]\nRUN echo a `\n  b   `  \n  c\n',
			'# escape=`\nFROM a\nSHELL ["cmd", "/S", "/C"]\nRUN echo a `\n  b   `\n  c\n',
		],
	])("%s", (_, text, expected) => {
		expect(formatted(text)).toBe(expected);
	});
});

describe("operators", () => {
	const both = block`
RUN a && \
    b \
    && c \
    # why
    && d | \
    e || \
    f && \
    [[ g && \
    h ]]; \
    i \
    && \
    j
`;
	test("come first in the line", () => {
		expect(formatted(both, { operators: "first", arguments: "flush" })).toBe(block`
RUN a \
    && b \
    && c \
    # why
    && d \
    | e \
    || f \
    && [[ g && \
    h ]]; \
    i \
    && j
`);
	});

	test("come last in the line", () => {
		expect(formatted(both, { operators: "last", arguments: "flush" })).toBe(block`
RUN a && \
    b && \
    c && \
    # why
    d | \
    e || \
    f && \
    [[ g && \
    h ]]; \
    i && \
    j
`);
	});

	test.each([
		["in quotes", 'RUN a "b && \\\n c"\n'],
		["in PowerShell", 'FROM a\nSHELL ["pwsh"]\nRUN a && \\\n    b\n'],
		["behind a comment of the shell", "RUN a # b && \\\n c\n"],
		["where they follow nothing", "RUN || \\\n    a\n"],
	])("stay %s", (_, text) => {
		expect(formatted(text, { operators: "first" })).toBe(text);
	});
});

test.each([["# dockerfmt-ignore"], ["#dockerfmt-ignore because of its table"], ["# hullwright format=skip"], ["# dockerfmt-ignore\n# about it\n"]])(
	"%j leaves the instruction below as it is",
	(comment) => {
		expect(formatted(`FROM  a\n${comment}\n  RUN   b\nRUN  c\n`)).toBe(`FROM a\n${comment}\n  RUN   b\nRUN c\n`);
	},
);

test("from format=off to format=on all instructions stay", () => {
	const text = "FROM  a\n# hullwright format=off\nRUN  b\nUSER  c\n# hullwright format=on\nRUN  d\n# hullwright format=off\nRUN  e\n";
	expect(formatted(text)).toBe(text.replace("FROM  a", "FROM a").replace("RUN  d", "RUN d"));
});

test("what the file is indented by already is kept where nobody says otherwise", () => {
	const indented = (text: string): string => formatted(text, { indent: undefined });
	expect(indented("RUN a \\\n\tb \\\n\t\tc\n")).toBe("RUN a \\\n\tb \\\n\t\tc\n");
	expect(indented("RUN a \\\n  b\nRUN c \\\n  d\nRUN e \\\n     f\n")).toBe("RUN a \\\n  b\nRUN c \\\n  d\nRUN e \\\n  f\n");
	expect(indented("RUN a \\\n b\n")).toBe("RUN a \\\n    b\n");
});

test("a range changes whole instructions and nothing else", () => {
	const text = "FROM  a\nRUN  b && \\\n c\nUSER  d\n";
	const at = text.indexOf(" c");
	expect(applyEdits(text, format(parse(text), usual, { start: at, end: at }).edits)).toBe("FROM  a\nRUN b && \\\n    c\nUSER  d\n");
});

test.each([
	[{ indent_style: "tab" }, "RUN a \\\n\tb\n"],
	[{ indent_size: "2" }, "RUN a \\\n  b\n"],
	[{ indent_style: "space", indent_size: "tab", tab_width: "8" }, "RUN a \\\n        b\n"],
	[{ end_of_line: "crlf" }, "RUN a \\\r\n    b\r\n"],
	[{ insert_final_newline: "false" }, "RUN a \\\n    b"],
	[{ indent_size: "many", end_of_line: "unset" }, "RUN a \\\n    b\n"],
])("EditorConfig says %j", (settings, expected) => {
	const text = "RUN a \\\n b\n";
	expect(applyEdits(text, format(parse(text), toFormatOptions({}, new Map(Object.entries(settings)))).edits)).toBe(expected);
});

const folders = ["test/engine/dockerfile/fixtures", "test/rules/dockerfile"].map((folder) => join(import.meta.dirname, "../../../..", folder));
const files = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".dockerfile"))
		.map((name) => [name, readFileSync(join(folder, name), "utf8")] as const),
);
const combinations = operatorPlaces.flatMap((operators) =>
	argumentPlaces.flatMap((place) => [undefined, blanks(2), tab()].map((indent) => ({ ...usual, operators, arguments: place, indent }))),
);

/** What Docker makes of a file, apart from where it stands: lines, letter case where it does not count, and of scripts the white space outside of quotes. */
function meaningOf(text: string): unknown {
	const { escape, error, instructions } = toTree("", text);
	const bare = ({ original: _original, startLine: _start, endLine: _end, args, child, ...rest }: TreeInstruction): unknown => ({
		...rest,
		args: args.map((arg) =>
			arg.replace(/[ \t]+/g, rest.json || rest.keyword === "ENV" ? "$&" : "").replace(/^(?:as|cmd|none)(?=$)/i, (word) => word.toUpperCase()),
		),
		child: child && bare(child),
	});
	return { escape, error: error?.message, instructions: instructions.map(bare) };
}

const commentsOf = (text: string): readonly string[] => parse(text).comments.map(({ start, end }) => text.slice(start, end).trimEnd());

/** Every way for every ninth file, and for each file three of them. */
const some = files.map(([name, text], index) => [name, text, combinations.filter((_, which) => index % 9 === 0 || (which + index) % 9 === 0)] as const);

describe.each(some)("%s, formatted", (_, text, ways) => {
	test("says the same, keeps its comments, and stays as it is", () => {
		for (const options of ways) {
			const once = formatted(text, options);
			expect(meaningOf(once)).toEqual(meaningOf(text));
			expect(commentsOf(once)).toEqual(commentsOf(text));
			expect(formatted(once, options)).toBe(once);
			expect(format(parse(text), options).left).toEqual([]);
		}
	});

	test("has its operators moved there and back", () => {
		const first = formatted(text, { operators: "first", arguments: "hang" });
		const last = formatted(first, { operators: "last", arguments: "hang" });
		expect(formatted(last, { operators: "first", arguments: "hang" })).toBe(first);
		expect(formatted(formatted(last, { operators: "first", arguments: "hang" }), { operators: "last", arguments: "hang" })).toBe(last);
	});
});

test.each(["RUN ||\\\n<<EOF\n", "RUN cat;\\\n<<EOF\n", "RUN cat<<EOF\n", "RUN a |\\\n<<-EOF\n"])(
	"what a blank would make a here document stays as it is: %j",
	(run) => {
		const file = parse(`FROM a\n${run}`);
		expect(format(file, usual)).toEqual({ edits: [], left: [] });
	},
);

test.each(['RU\\\nN ["a"  ]', "RU\\\nN a  b", 'ONBU\\\nILD RUN ["a"  ]', "ONBUILD RU\\\nN  a"])(
	"a keyword over two lines stays as it is, and is not told: %j",
	(instruction) => {
		expect(format(parse(`FROM a\n${instruction}\n`), usual)).toEqual({ edits: [], left: [] });
	},
);

test("no text makes it throw, mean another thing, or change when it is formatted again", () => {
	const word = fc.constantFrom(
		...'FROM a|RUN |ENV A=|CMD [|"a"|]|,|\'|"|$(|)|${|}|`|\\|\\\n|\n|\r\n| |\t|&&|||;|;;|if |then |fi|case x in |esac|do |done|{ |}|( |[[ |]]|# x|#|<<EOF|EOF|--mount=a|ONBUILD |x|$((|))|='.split(
			"|",
		),
		"||",
		"|",
	);
	const run = fc.array(word, { maxLength: 30 }).map((words) => `FROM a\nRUN ${words.join("")}\n`);
	fc.assert(
		fc.property(
			fc.oneof(
				run,
				fc.array(word, { maxLength: 30 }).map((words) => words.join("")),
			),
			fc.constantFrom(...combinations),
			(text, options) => {
				const once = formatted(text, options);
				expect(meaningOf(once)).toEqual(meaningOf(text));
				expect(formatted(once, options)).toBe(once);
				expect(format(parse(text), options).left).toEqual([]);
			},
		),
		{ numRuns: 3000 },
	);
});
