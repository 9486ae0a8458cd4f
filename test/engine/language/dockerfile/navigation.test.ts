import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "../../../../src/engine/dockerfile/names.ts";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { definitionAt, highlightsAt, linkedAt, referencesAt } from "../../../../src/engine/language/dockerfile/navigation.ts";
import { drawn, withCursor } from "./cursor.ts";

/** Where the name at the cursor stands: «written», ‹read›. */
function highlighted(marked: string): string {
	const { file, offset } = withCursor(marked);
	return drawn(
		file.text,
		highlightsAt(file, offset).map(({ isWrite, ...range }) => ({ ...range, signs: isWrite ? ["«", "»"] : ["‹", "›"] })),
	);
}

test.each([
	[
		"a stage, in FROM, COPY and a mount",
		"FROM a AS bu‸ild\nFROM build\nCOPY --from=build x y\nRUN --mount=from=build,target=/x ls\n",
		"FROM a AS «build»\nFROM ‹build›\nCOPY --from=‹build› x y\nRUN --mount=from=‹build›,target=/x ls\n",
	],
	["whatever its case", "FROM a AS Build\nCOPY --from=BUI‸LD x y\n", "FROM a AS «Build»\nCOPY --from=‹BUILD› x y\n"],
	[
		"by its number",
		"FROM a AS build\nFROM b\nCOPY --from=0‸ x y\nCOPY --from=build x y\n",
		"FROM a AS «build»\nFROM b\nCOPY --from=‹0› x y\nCOPY --from=‹build› x y\n",
	],
	["without a name", "FROM a\nFROM b\nCOPY --from=‸0 x y\nCOPY --from=0 x y\n", "«FROM» a\nFROM b\nCOPY --from=‹0› x y\nCOPY --from=‹0› x y\n"],
	["in a trigger", "FROM a AS b‸\nONBUILD COPY --from=b x y\n", "FROM a AS «b»\nONBUILD COPY --from=‹b› x y\n"],
	[
		"in quotes, and behind a continuation",
		'FROM a AS b‸\nRUN --mount="type=bind,from=b" ls\nCOPY \\\n  # from there\n  --from=b x y\n',
		'FROM a AS «b»\nRUN --mount="type=bind,from=‹b›" ls\nCOPY \\\n  # from there\n  --from=‹b› x y\n',
	],
	["by a variable", "ARG BASE=build\nFROM a AS build‸\nFROM ${BASE}\n", "ARG BASE=build\nFROM a AS «build»\nFROM ‹${BASE}›\n"],
	["of two of a name the last", "FROM a AS b\nFROM a AS b\nCOPY --from=b‸ x y\n", "FROM a AS b\nFROM a AS «b»\nCOPY --from=‹b› x y\n"],
	["an image is none", "FROM debian‸\nFROM debian\n", "FROM debian\nFROM debian\n"],

	[
		"a global argument, and the stages that take it",
		"ARG V‸=1\nFROM a:$V\nARG V\nRUN ${V:-2}\nFROM b\nRUN $V\n",
		"ARG «V»=1\nFROM a:‹$V›\nARG «V»\nRUN ‹${V›:-2}\nFROM b\nRUN $V\n".replaceAll("‹$", "$‹").replaceAll("$‹{V›", "${‹V›"),
	],
	[
		"an argument of a stage is gone in the next",
		"FROM a\nARG V=1\nRUN $‸V\nFROM a\nARG V=2\nRUN $V\n",
		"FROM a\nARG «V»=1\nRUN $‹V›\nFROM a\nARG V=2\nRUN $V\n",
	],
	["and stays in those built on it", "FROM a AS b\nARG V=1\nFROM b\nRUN $‸V\n", "FROM a AS b\nARG «V»=1\nFROM b\nRUN $‹V›\n"],
	[
		"with a value of its own it is another than the global one",
		"ARG V=1\nFROM a:$V\nARG V=2‸\nRUN $V\n".replace("V=2‸", "‸V=2"),
		"ARG V=1\nFROM a:$V\nARG «V»=2\nRUN $‹V›\n",
	],
	["an argument and the variable that keeps its value", "FROM a\nARG V\nENV V=$‸V\nRUN $V\n", "FROM a\nARG «V»\nENV V=$‹V›\nRUN $V\n"],
	["the variable itself", "FROM a\nARG V\nENV ‸V=$V\nRUN $V\n", "FROM a\nARG V\nENV «V»=$V\nRUN $‹V›\n"],
	["an argument behind a variable of its name", "FROM a\nENV V=1\nARG V\nRUN $‸V\n", "FROM a\nENV «V»=1\nARG «V»\nRUN $‹V›\n"],
	["several on a line", "FROM a\nARG A=1 B=$‸A\nENV C=$A D=$B\n", "FROM a\nARG «A»=1 B=$‹A›\nENV C=$‹A› D=$B\n"],
	["a variable inherited, and changed", "FROM a AS b\nENV V=1\nFROM b\nENV V=2\nRUN $‸V\n", "FROM a AS b\nENV «V»=1\nFROM b\nENV «V»=2\nRUN $‹V›\n"],
	["written the old way", "FROM a\nENV V some value\nUSER $‸V\n", "FROM a\nENV «V» some value\nUSER $‹V›\n"],
	["in quotes", 'FROM a\nENV "V"=1 W=\'$V\'\nLABEL x="${‸V}"\n', 'FROM a\nENV "«V»"=1 W=\'$V\'\nLABEL x="${‹V›}"\n'],
	["that the base image has before", "FROM a\nENV PATH=/x:$‸PATH\nRUN $PATH\n", "FROM a\nENV «PATH»=/x:$‹PATH›\nRUN $‹PATH›\n"],
	["that nothing sets", "FROM a\nRUN $‸HOME\nFROM b\nRUN $HOME\n", "FROM a\nRUN $‹HOME›\nFROM b\nRUN $HOME\n"],
	[
		"that Docker sets",
		"FROM --platform=$BUILDPLATFORM a\nARG TARGETARCH\nFROM b\nARG TARGETARCH\nRUN $‸TARGETARCH\n",
		"FROM --platform=$BUILDPLATFORM a\nARG «TARGETARCH»\nFROM b\nARG «TARGETARCH»\nRUN $‹TARGETARCH›\n",
	],
	["one in another", "FROM a\nARG A B\nRUN ${A:-${‸B}}\n", "FROM a\nARG A «B»\nRUN ${A:-${‹B›}}\n"],
	["in a here document of commands", "FROM a\nARG V=1\nRUN <<'EOF'\necho $‸V '$V'\nV=2\nEOF\n", "FROM a\nARG «V»=1\nRUN <<'EOF'\necho $‹V› '$V'\n«V»=2\nEOF\n"],
	["in one that is copied", "FROM a\nARG V=1\nCOPY <<A <<'B' /\n$‸V\nA\n$V\nB\n", "FROM a\nARG «V»=1\nCOPY <<A <<'B' /\n$‹V›\nA\n$V\nB\n"],
	["set by a script, too", "FROM a\nENV V=1\nRUN V=2 && export V && echo $‸V\n", "FROM a\nENV «V»=1\nRUN «V»=2 && export «V» && echo $‹V›\n"],
	["of a script alone", "FROM a\nRUN for f in a b; do echo $‸f; done\nRUN echo $f\n", "FROM a\nRUN for «f» in a b; do echo $‹f›; done\nRUN echo $f\n"],
	[
		"read by a script",
		'FROM a\nRUN ls | while read -r f; do x=$(y=1 z "$f") w=$‸x; echo $x$w; done; make x=1\n',
		'FROM a\nRUN ls | while read -r f; do «x»=$(y=1 z "$f") w=$‹x›; echo $‹x›$w; done; make x=1\n',
	],
	[
		"in a script within a script",
		'FROM a\nENV V=1\nRUN sh -c \'echo $‸V\' && awk \'{ print $V }\'\nCMD ["sh", "-c", "echo $V"]\nCMD ["echo", "$V"]\n',
		'FROM a\nENV «V»=1\nRUN sh -c \'echo $‹V›\' && awk \'{ print $V }\'\nCMD ["sh", "-c", "echo $‹V›"]\nCMD ["echo", "$V"]\n',
	],
	["when the container runs", "FROM a\nCMD echo $‸V\nENV V=1\n", "FROM a\nCMD echo $‹V›\nENV «V»=1\n"],
	[
		"put off to another build",
		"FROM a\nARG A=1\nENV E=1\nONBUILD ARG A=2\nONBUILD RUN $‸A $E\n",
		"FROM a\nARG A=1\nENV E=1\nONBUILD ARG «A»=2\nONBUILD RUN $‹A› $E\n",
	],
	["over two lines", "FROM a\nARG NAME=1\r\nRUN echo \\\r\n  # it\r\n  $‸NAME\n", "FROM a\nARG «NAME»=1\r\nRUN echo \\\r\n  # it\r\n  $‹NAME›\n"],
	["within its name", "FROM a\nARG TAG=1\nLABEL x=$TA\\\n‸G y=${\\\nTAG:-2}\n", "FROM a\nARG «TAG»=1\nLABEL x=$‹TA\\\nG› y=${\\\n‹TAG›:-2}\n"],
	["before there is a FROM", "ENV HOST=db PORT=1\nEXPOSE $PO‸RT\nRUN nc $HOST $PORT\n", "ENV HOST=db «PORT»=1\nEXPOSE $‹PORT›\nRUN nc $HOST $‹PORT›\n"],
	["that no FROM sees", "ENV I‸MG=a\nFROM $IMG\n", "ENV «IMG»=a\nFROM $IMG\n"],
	["before it has a value", "FROM a\nENV HO‸ST\nRUN ping $HOST\n", "FROM a\nENV «HOST»\nRUN ping $‹HOST›\n"],
	["that nothing sets, to several FROMs", "FROM $IM‸G\nRUN $IMG\nFROM ${IMG}:2\n", "FROM $‹IMG›\nRUN $IMG\nFROM ${‹IMG›}:2\n"],
	["with another escape character", "# escape=`\nFROM a\nARG V=1\nUSER `$V $‸V \\$V\n", "# escape=`\nFROM a\nARG «V»=1\nUSER `$V $‹V› \\$‹V›\n"],
	["beside characters of two units", 'FROM a\nARG V=1\nLABEL x="🚢$‸V🚢"\n', 'FROM a\nARG «V»=1\nLABEL x="🚢$‹V›🚢"\n'],
	["the words around a here document", 'FROM a\nRUN <<-"E‸OF"\n\tx\n\tEOF\n', 'FROM a\nRUN <<-"«EOF»"\n\tx\n\t‹EOF›\n'],
])("%s", (_, marked, expected) => {
	expect(highlighted(marked)).toBe(expected);
});

/** The line, from 1, and the text of where a definition leads. */
function definition(marked: string): string | undefined {
	const { file, offset } = withCursor(marked);
	const found = definitionAt(file, offset);
	return found && `${file.text.slice(0, found.target.start).split("\n").length} ${file.text.slice(found.target.start, found.target.end)}`;
}

test.each([
	["the last value before it", "FROM a\nENV V=1\nENV V=2\nRUN $‸V\nENV V=3\n", "3 V"],
	["an argument of the stage", "ARG V=1\nFROM a\nARG V\nRUN $‸V\n", "3 V"],
	["what that takes", "ARG V=1\nFROM a\nARG ‸V\nRUN $V\n", "1 V"],
	["a definition is its own", "FROM a\nENV ‸V=1\n", "2 V"],
	["what stands above, where no FROM does", "ENV V=1\nENV V=2\nUSER $‸V\nENV V=3\n", "2 V"],
	["the variable behind an argument of its name, where no FROM is", "ARG V=1\nENV V=2\nRUN $‸V\n", "2 V"],
	["an ENV that has no value yet", "FROM a\nENV V\nRUN $‸V\n", "2 V"],
	["a stage", "FROM a AS b\nFROM b‸\n", "1 b"],
	["a stage without a name", "FROM a\nFROM c\nCOPY --from=‸0 x y\n", "1 FROM"],
	["a stage that comes later", "FROM a\nCOPY --from=b‸ x y\nFROM c AS b\n", "3 b"],
	["the assignment before it", "FROM a\nRUN x=1; y=2; x=3; echo $‸x\n", "2 x"],
	["nothing for an image", "FROM a\nCOPY --from=nginx‸ x y\n", undefined],
	["nothing for what nothing sets", "FROM a\nRUN $‸V\nARG V\n", undefined],
	["nothing where there is nothing", "‸", undefined],
])("leads to %s", (_, marked, expected) => {
	expect(definition(marked)).toBe(expected);
});

test("references are with or without what defines them", () => {
	const { file, offset } = withCursor("FROM a\nARG V‸\nRUN V=2 $V\n");
	const lines = (definitions: boolean): number[] => referencesAt(file, offset, { definitions }).map(({ start }) => start);
	expect([lines(true), lines(false)]).toEqual([
		[11, 17, 22],
		[17, 22],
	]);
});

test.each([
	["a stage", "FROM a AS b‸\nFROM b\nCOPY --from=B x y\nCOPY --from=0 x y\n", "FROM a AS [b]\nFROM [b]\nCOPY --from=B x y\nCOPY --from=0 x y\n"],
	["a here document", "FROM a\nCOPY <<EOF‸ /\nEOF\n", "FROM a\nCOPY <<[EOF] /\n[EOF]\n"],
	["no name that stands once", "FROM a AS b‸\n", "FROM a AS b\n"],
	["no argument", "FROM a\nARG A‸\nRUN $A\n", "FROM a\nARG A\nRUN $A\n"],
])("edited together: %s", (_, marked, expected) => {
	const { file, offset } = withCursor(marked);
	const ranges = linkedAt(file, offset) ?? [];
	expect(
		drawn(
			file.text,
			ranges.map((range) => ({ ...range, signs: ["[", "]"] })),
		),
	).toBe(expected);
});

test("whatever is written, places are in order and within the text, and each is found where it stands", () => {
	const line = fc.oneof(
		fc.constantFrom(
			"FROM a AS b",
			"FROM b",
			"ARG A=1 B=$A",
			"ARG A",
			"ENV A=$A \\",
			"RUN A=1; echo ${A:-$B} \\",
			"# c",
			"COPY --from=b <<A /",
			"A",
			"RUN <<A",
			"ONBUILD ENV A=$A",
			"ONBUILD RUN $A",
			'CMD ["sh", "-c", "$A"]',
			"RUN --mount=from=\\",
			"ENV A",
			"FROM ${A",
		),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
			const file = parse(lines.join("\n"));
			const places = placesIn(file);
			let last = 0;
			for (const place of places) {
				expect(place).toSatisfy(({ from, start, end }: typeof place) => from >= last && start >= from && end >= start && end <= file.text.length);
				last = place.from;
				expect(highlightsAt(file, place.end)).not.toEqual([]);
			}
			for (let offset = 0; offset <= file.text.length; offset++) definitionAt(file, offset);
		}),
	);
});
