import { describe, expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { signaturesAt } from "../../../../../src/engine/language/dockerfile/signatures/signatures.ts";
import { writings } from "./writings.ts";

/** The signature where `‸` stands, with «» around the part that is being written. */
function shown(marked: string): string | undefined {
	const found = signaturesAt(parse(marked.replace("‸", "")), marked.indexOf("‸"));
	const signature = found?.all[found.active];
	if (!signature) return undefined;
	const part = signature.active === undefined ? undefined : signature.parameters[signature.active];
	const { label } = signature;
	return part ? `${label.slice(0, part.start)}«${label.slice(part.start, part.end)}»${label.slice(part.end)}` : label;
}

/** In a stage and in a trigger, in each way of writing. */
function everywhere(marked: string): ReadonlySet<string | undefined> {
	return new Set(["", "ONBUILD ", "onbuild "].flatMap((trigger) => writings.map(([, write]) => shown(write(`FROM debian\n${trigger}${marked}\nUSER me\n`)))));
}

/** The forms of the instructions that have one in JSON: both, cut in their parts. */
const forms: readonly (readonly [keyword: string, json: readonly [string, string], words: readonly string[]])[] = [
	["ADD", ['ADD [OPTIONS] ["SOURCE", "DESTINATION"]', '"SOURCE"|"DESTINATION"'], ["ADD [OPTIONS] SOURCE … DESTINATION", "SOURCE …|DESTINATION"]],
	["COPY", ['COPY [OPTIONS] ["SOURCE", "DESTINATION"]', '"SOURCE"|"DESTINATION"'], ["COPY [OPTIONS] SOURCE … DESTINATION", "SOURCE …|DESTINATION"]],
	["CMD", ['CMD ["EXECUTABLE", "ARGUMENT"]', '"EXECUTABLE"|"ARGUMENT"'], ["CMD COMMAND", "COMMAND|COMMAND"]],
	["ENTRYPOINT", ['ENTRYPOINT ["EXECUTABLE", "ARGUMENT"]', '"EXECUTABLE"|"ARGUMENT"'], ["ENTRYPOINT COMMAND", "COMMAND|COMMAND"]],
	["RUN", ['RUN [OPTIONS] ["EXECUTABLE", "ARGUMENT"]', '"EXECUTABLE"|"ARGUMENT"'], ["RUN [OPTIONS] COMMAND", "COMMAND|COMMAND"]],
];

describe.each(forms)("%s", (keyword, [json, jsonParts], [words = "", wordParts = ""]) => {
	const part = (form: string, parts: string, index: number): string => {
		const name = parts.split("|")[index] ?? "";
		const at = form.indexOf(name, keyword.length);
		return `${form.slice(0, at)}«${name}»${form.slice(at + name.length)}`;
	};
	test.each(["[‸", "[ ‸", "[‸]", "[ ‸ ]", '["‸', '["a‸', '["‸a"', '[ "a"‸', '["a‸"]', '[ ‸"a", "b" ]', '["a"‸, "b"]'])("the first string: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([part(json, jsonParts, 0)]);
	});
	// Between strings of a COPY a source would be written; the last is the destination.
	test("between two strings", () => {
		expect([...everywhere(`${keyword} ["a",‸ "b"]`)]).toEqual([part(json, jsonParts, jsonParts.includes("SOURCE") ? 0 : 1)]);
	});
	test.each(['["a",‸', '["a", ‸', '["a", "‸', '["a", "b‸"', '["a", "‸b"]', '["a", ‸"b" ]'])("the second: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([part(json, jsonParts, 1)]);
	});
	test.each(['["a", "b", ‸', '["a", "b", "c‸"]', '["a", "b", "c", ‸"d"]'])("the last of many: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([part(json, jsonParts, 1)]);
	});
	test.each(["‸", " ‸", "n‸ode", "‸node", "node‸"])("the first word: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([part(words, wordParts, 0)]);
	});
	test.each(["a ‸", "a b‸", "a ‸b", "a \\\n  b‸"])("the second: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([part(words, wordParts, 1)]);
	});
	test.each([`${keyword.slice(0, 2)}‸${keyword.slice(2)} a`, `‸${keyword} a`, `${keyword}‸ a`])("nothing of its own in the keyword: %s", (marked) => {
		expect([...everywhere(marked)]).toEqual([undefined, "ONBUILD «INSTRUCTION»"]);
	});
	// The Node server goes on with the form in JSON.
	test.each(["[]‸", "[ ]‸", '["a"]‸', '[ "a" ] ‸'])("nothing behind a whole form in JSON: %s", (marked) => {
		expect([...everywhere(`${keyword} ${marked}`)]).toEqual([undefined]);
	});
});

const ADD = ["ADD «[OPTIONS]» SOURCE … DESTINATION", "ADD [OPTIONS] «SOURCE …» DESTINATION", "ADD [OPTIONS] SOURCE … «DESTINATION»"] as const;
const COPY = ["COPY «[OPTIONS]» SOURCE … DESTINATION", "COPY [OPTIONS] «SOURCE …» DESTINATION", "COPY [OPTIONS] SOURCE … «DESTINATION»"] as const;
const HEALTHCHECK = ["HEALTHCHECK «[OPTIONS]» CMD COMMAND", "HEALTHCHECK [OPTIONS] «CMD» COMMAND", "HEALTHCHECK [OPTIONS] CMD «COMMAND»"] as const;
const [NAME, VALUE, MORE] = ["ENV «NAME»=VALUE [NAME=VALUE …]", "ENV NAME=«VALUE» [NAME=VALUE …]", "ENV NAME=VALUE «[NAME=VALUE …]»"] as const;
const VOLUME = ['VOLUME [«"PATH"»]', "VOLUME «PATH» [PATH …]", "VOLUME PATH «[PATH …]»"] as const;
const SHELL = ['SHELL [«"EXECUTABLE"», "ARGUMENT"]', 'SHELL ["EXECUTABLE", «"ARGUMENT"»]'] as const;

test.each<[marked: string, expected: string | undefined]>([
	// Flags.
	["ADD --‸f", ADD[0]],
	["ADD ‸--f", ADD[0]],
	["ADD --chown=me ‸", ADD[1]],
	["ADD --chown=me a ‸", ADD[2]],
	["ADD --chown=me [ ‸", 'ADD [OPTIONS] [«"SOURCE"», "DESTINATION"]'],
	['ADD --chown=me ["a", ‸', 'ADD [OPTIONS] ["SOURCE", «"DESTINATION"»]'],
	["ADD ‸ \\\n --chown=me a b", ADD[0]],
	["ADD a --chown=‸ b", ADD[1]],
	["ADD - ‸", ADD[2]],
	["ADD ‸-", ADD[0]],
	["COPY --‸f", COPY[0]],
	["COPY --from=tools ‸", COPY[1]],
	["COPY --from=tools a ‸", COPY[2]],
	["COPY ‸ \\\n --from=tools a b", COPY[0]],
	["COPY --from=‸", "COPY --from=«STAGE|CONTEXT|IMAGE»"],
	["COPY --from=to‸ols a b", "COPY --from=«STAGE|CONTEXT|IMAGE»"],
	["COPY a --from=‸ b", COPY[1]],
	// Arguments, variables and labels.
	["ARG ‸", "ARG «NAME»[=DEFAULT] [NAME …]"],
	["ARG TA‸G", "ARG «NAME»[=DEFAULT] [NAME …]"],
	["ARG TAG=‸", "ARG NAME«[=DEFAULT]» [NAME …]"],
	["ARG TAG‸=1", "ARG «NAME»[=DEFAULT] [NAME …]"],
	["ARG TAG=1‸", "ARG NAME«[=DEFAULT]» [NAME …]"],
	["ENV ‸", NAME],
	["ENV ‸TAG 1", NAME],
	// The Node server has a signature for the old way; here the new one stays in sight.
	["ENV TAG ‸", VALUE],
	["ENV TAG on‸e two", VALUE],
	["ENV TAG one two ‸", VALUE],
	["ENV T‸AG=", NAME],
	["ENV TAG=‸", VALUE],
	["ENV TAG=\\\n‸1", VALUE],
	['ENV TAG="a ‸b"', VALUE],
	["ENV A=1 ‸", MORE],
	["ENV A=1 ‸B=2", MORE],
	["ENV A=1 B=‸2", MORE],
	["ENV ‸A=1 B=2", NAME],
	["ENV A=‸1 B=2", VALUE],
	["ENV A=1 \\\n# ‸", undefined],
	["ENV A=1 \\\n# ‸\n  B=2", undefined],
	["LABEL ‸", "LABEL «KEY»=VALUE [KEY=VALUE …]"],
	["LABEL a ‸b", "LABEL KEY=«VALUE» [KEY=VALUE …]"],
	["LABEL a=‸", "LABEL KEY=«VALUE» [KEY=VALUE …]"],
	["LABEL a=1 b=‸", "LABEL KEY=VALUE «[KEY=VALUE …]»"],
	// What has few words.
	["EXPOSE ‸", "EXPOSE «PORT»[/tcp|/udp] [PORT …]"],
	["EXPOSE 80‸80", "EXPOSE «PORT»[/tcp|/udp] [PORT …]"],
	["EXPOSE 80 ‸", "EXPOSE PORT[/tcp|/udp] «[PORT …]»"],
	["EXPOSE 80 \\\n 81‸", "EXPOSE PORT[/tcp|/udp] «[PORT …]»"],
	["MAINTAINER ‸", "MAINTAINER «NAME»"],
	["MAINTAINER Jo Ro‸e", "MAINTAINER «NAME»"],
	["STOPSIGNAL ‸", "STOPSIGNAL «SIGNAL»"],
	["STOPSIGNAL SIG‸KILL", "STOPSIGNAL «SIGNAL»"],
	["USER ‸", "USER «USER»[:GROUP]"],
	["USER ro‸ot:wheel", "USER «USER»[:GROUP]"],
	["USER root:wh‸eel", "USER USER«[:GROUP]»"],
	["WORKDIR ‸", "WORKDIR «PATH»"],
	["WORKDIR a b‸", "WORKDIR «PATH»"],
	["VOLUME ‸", VOLUME[1]],
	["VOLUME a ‸b", VOLUME[2]],
	["VOLUME [‸", VOLUME[0]],
	['VOLUME ["a", "‸b"]', VOLUME[0]],
	["SHELL [‸", SHELL[0]],
	['SHELL ["a‸"]', SHELL[0]],
	['SHELL ["a", ‸', SHELL[1]],
	['SHELL ["a", "b", ‸', SHELL[1]],
	["SHELL [] ‸", undefined],
	// Health checks.
	["HEALTHCHECK ‸", HEALTHCHECK[1]],
	["HEALTHCHECK C‸", HEALTHCHECK[1]],
	["HEALTHCHECK n‸", "HEALTHCHECK «NONE»"],
	["HEALTHCHECK NONE ‸", undefined],
	["HEALTHCHECK --a‸", HEALTHCHECK[0]],
	["HEALTHCHECK ‸ CMD", HEALTHCHECK[0]],
	["HEALTHCHECK CMD ‸", HEALTHCHECK[2]],
	["HEALTHCHECK --retries=3 CMD cur‸l", HEALTHCHECK[2]],
	...["interval", "timeout", "start-period", "start-interval"].map((name): [string, string] => [`HEALTHCHECK --${name}=‸`, `HEALTHCHECK --${name}=«DURATION»`]),
	["HEALTHCHECK --retries=‸", "HEALTHCHECK --retries=«NUMBER»"],
	["HEALTHCHECK --timeout=3s --timeout=‸", "HEALTHCHECK --timeout=«DURATION»"],
	["HEALTHCHECK CMD --interval=‸", HEALTHCHECK[2]],
	["HEALTHCHECK NONE --interval=‸", undefined],
])("%j", (marked, expected) => {
	expect([...everywhere(marked)]).toEqual([expected]);
});

const FROM = "FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]";
const inFrom = (part: string): string => FROM.replace(part, `«${part}»`);
test.each([
	["FROM ‸", inFrom("IMAGE")],
	["FROM debian‸", inFrom("IMAGE")],
	["FROM deb‸ian:", inFrom("IMAGE")],
	["FROM debian:‸", inFrom("[:TAG]")],
	["FROM debian:1‸2", inFrom("[:TAG]")],
	["FROM debian@‸", inFrom("[@DIGEST]")],
	["FROM debian@sha256‸:0ab", inFrom("[@DIGEST]")],
	["FROM debian:12@sha256:0‸ab", inFrom("[@DIGEST]")],
	["FROM debian ‸", inFrom("AS")],
	["FROM debian: ‸", inFrom("AS")],
	["FROM debian@ ‸", inFrom("AS")],
	["FROM ‸debian AS tools", inFrom("IMAGE")],
	["FROM debian:1‸2 AS tools", inFrom("[:TAG]")],
	["FROM debian@sha256:‸0ab AS tools", inFrom("[@DIGEST]")],
	["FROM debian A‸S tools", inFrom("AS")],
	["FROM debian AS ‸", FROM.replace("NAME", "«NAME»")],
	["FROM debian AS to‸ols", FROM.replace("NAME", "«NAME»")],
	["FROM debian AS tools ‸", FROM],
	["# escape=‸", "# escape=«CHARACTER»"],
	["#  Escape =‸", "# escape=«CHARACTER»"],
	["# nothing=‸", undefined],
	["FROM debian\nONBUILD ‸", "ONBUILD «INSTRUCTION»"],
	["FROM debian\nONBUILD RU‸", "ONBUILD «INSTRUCTION»"],
])("%j", (marked, expected) => {
	expect(shown(marked)).toBe(expected);
});
