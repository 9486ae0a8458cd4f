import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { callsByRun, callsOf } from "../../../src/engine/shell/calls.ts";
import { programNames } from "../../../src/engine/shell/programs/programs.ts";

const calls = (text: string) =>
	callsOf(parse(`FROM a\n${text}\n`), ...programNames).map(({ program, subcommand, operands, options }) =>
		[
			program,
			...(subcommand ? [subcommand] : []),
			...options.map(([name, value]) => name + (value && `=${value}`)),
			...operands.map((operand) => operand ?? "?"),
		].join(" "),
	);

test.each<[text: string, expected: readonly string[]]>([
	["RUN apt-get\tinstall -yq curl", ["apt-get install -y -q curl"]],
	['RUN "apt-get" install curl', ["apt-get install curl"]],
	["RUN ap't'-get install curl", ["apt-get install curl"]],
	["RUN apt\\-get install curl", ["apt-get install curl"]],
	["RUN $'\\x61pt-get' install curl", ["apt-get install curl"]],
	["RUN /usr/bin/apt-get -t bookworm install curl", ["apt-get install -t=bookworm curl"]],
	["RUN <<EOF\nap\\\nk add curl\nEOF", ["apk add curl"]],
	['RUN ["\\u0061pk", "add", "curl"]', ["apk add curl"]],
	["ONBUILD RUN apk add curl", ["apk add curl"]],
	['ENV INSTALL="apt-get install -y"\nRUN $INSTALL curl', ["apt-get install -y curl"]],
	['ENV INSTALL="apt-get install -y"\nRUN true && ${INSTALL} curl', ["apt-get install -y curl"]],
	["ENV APT=/usr/bin/apt-get\nRUN $APT update", ["apt-get update"]],
	['ENV APT=apt-get INSTALL="$APT install"\nRUN true', []],
	['ENV APT=apt-get\nENV INSTALL="$APT install"\nRUN $INSTALL curl', ["apt-get install curl"]],
	["RUN install='apt-get install' && $install curl", ["apt-get install curl"]],
	// A build may be given another one, and quotes make one word of it.
	['ARG INSTALL="apt-get install"\nRUN $INSTALL curl', []],
	['ENV INSTALL="apt-get install"\nRUN "$INSTALL" curl', []],
	['ENV INSTALL="apt-get install"\nENV INSTALL=true\nRUN $INSTALL curl', []],
	[
		"RUN pip3.13 install x && python3 -m pip install y && python -mpip install z && python -Im pip --proxy a install",
		["pip install x", "pip install y", "pip install z", "pip install --proxy=a"],
	],
	["RUN python -m venv pip && python -c 'import pip' && python pip install", []],
	["RUN set -o pipefail; adapter install; ./apt-get.sh install; apt-getx install", []],
	["RUN echo apt-get install | tee apk", []],
	["RUN dnf5 install -y x; yum install x; pacman -Sy; emerge --sync", ["dnf install -y x", "yum install x", "pacman -S -y", "emerge --sync"]],
	["RUN o='-y x' && apt-get install $o $p \"$@\"", ["apt-get install -y x ? ?"]],
	["RUN (o=-y); apt-get install $o; o=-q; sh -c 'apt-get install $o'", ["apt-get install ?", "apt-get install -q"]],
])("%s", (text, expected) => expect(calls(text)).toEqual(expected));

test("calls of several programs come in the order of the text, and by their RUNs", () => {
	const file = parse("FROM a\nRUN apt update && apt-get install x\nRUN apt-get update\n");
	expect(callsOf(file, "apt-get", "apt").map(({ program, subcommand }) => `${program} ${subcommand}`)).toEqual([
		"apt update",
		"apt-get install",
		"apt-get update",
	]);
	expect([...callsByRun(file, "apt-get", "apt")].map(([, each]) => each.length)).toEqual([2, 1]);
	expect(callsOf(file, "apt-get", "apt")).toBe(callsOf(file, "apt-get", "apt"));
});
