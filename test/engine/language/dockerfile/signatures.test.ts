import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { instructionDocumentation } from "../../../../src/engine/language/dockerfile/hover/documentation/instructions.ts";
import { mountDocumentation } from "../../../../src/engine/language/dockerfile/hover/documentation/mounts.ts";
import { partsOfForms } from "../../../../src/engine/language/dockerfile/signatures/parts.ts";
import { signaturesAt } from "../../../../src/engine/language/dockerfile/signatures/signatures.ts";

/** The signature that is shown where `‸` stands, with the part that is being written between `«»`. */
function shown(marked: string): string | undefined {
	const offset = marked.indexOf("‸");
	const found = signaturesAt(parse(marked.replace("‸", "")), offset);
	const signature = found?.all[found.active];
	if (!signature) return undefined;
	const part = signature.active === undefined ? undefined : signature.parameters[signature.active];
	const { label } = signature;
	return part ? `${label.slice(0, part.start)}«${label.slice(part.start, part.end)}»${label.slice(part.end)}` : label;
}

test.each([
	["FROM ‸", "FROM [--platform=PLATFORM] «IMAGE»[:TAG][@DIGEST] [AS NAME]"],
	["FROM localhost:5000/x:‸", "FROM [--platform=PLATFORM] IMAGE«[:TAG]»[@DIGEST] [AS NAME]"],
	["FROM localhost:5000/‸x", "FROM [--platform=PLATFORM] «IMAGE»[:TAG][@DIGEST] [AS NAME]"],
	["FROM a@‸", "FROM [--platform=PLATFORM] IMAGE[:TAG]«[@DIGEST]» [AS NAME]"],
	["FROM a ‸", "FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [«AS» NAME]"],
	["FROM a AS ‸", "FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS «NAME»]"],
	["FROM a AS b ‸", "FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["FROM --‸", "FROM «[--platform=PLATFORM]» IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["FROM --platform=linux/‸", "FROM --platform=OS/«ARCHITECTURE»[/VARIANT]"],
	["FROM --platform=linux/arm/v7/‸", "FROM --platform=OS/ARCHITECTURE«[/VARIANT]»"],
	["FROM a\nCOPY --chown=a:‸ b c", "COPY --chown=USER«[:GROUP]»"],
	["FROM a\nCOPY --from=‸ b c", "COPY --from=«STAGE|CONTEXT|IMAGE»"],
	["FROM a\nCOPY --link=‸", "COPY --link[=«true|false»]"],
	["FROM a\nHEALTHCHECK --interval=‸", "HEALTHCHECK --interval=«DURATION»"],
	["FROM a\nCOPY --‸", "COPY «[OPTIONS]» SOURCE … DESTINATION"],
	["FROM a\nCOPY ‸", "COPY [OPTIONS] «SOURCE …» DESTINATION"],
	["FROM a\nCOPY a \\\n  # why\n  ‸b", "COPY [OPTIONS] SOURCE … «DESTINATION»"],
	["FROM a\nCOPY a b‸ c", "COPY [OPTIONS] «SOURCE …» DESTINATION"],
	['FROM a\nCOPY ["a", "‸"]', 'COPY [OPTIONS] ["SOURCE", «"DESTINATION"»]'],
	['FROM a\nADD ["a‸", "b"]', 'ADD [OPTIONS] [«"SOURCE"», "DESTINATION"]'],
	["FROM a\nRUN ‸", "RUN [OPTIONS] «COMMAND»"],
	["FROM a\nRUN make && \\\n  make ‸", "RUN [OPTIONS] «COMMAND»"],
	['FROM a\nRUN ["make", ‸', 'RUN [OPTIONS] ["EXECUTABLE", «"ARGUMENT"»]'],
	["FROM a\nRUN <<EOF\nmake ‸\nEOF", "RUN [OPTIONS] «<<EOF»"],
	["FROM a\nRUN --mount=‸", "RUN --mount=type=bind[,target=…][,source=…][,from=…][,readwrite][,readonly]"],
	["FROM a\nRUN --mount=type=secret,ta‸", "RUN --mount=type=secret[,id=…][,«target»=…][,env=…][,required][,mode=…][,uid=…][,gid=…]"],
	["FROM a\nRUN --mount=type=secret,dst=/a‸", "RUN --mount=type=secret[,id=…][,«target»=…][,env=…][,required][,mode=…][,uid=…][,gid=…]"],
	["FROM a\nRUN --mount=type=ca‸", "RUN --mount=«type»=TYPE"],
	['FROM a\nCMD ["‸"]', 'CMD [«"EXECUTABLE"», "ARGUMENT"]'],
	["FROM a\nCMD npm ‸", "CMD «COMMAND»"],
	["FROM a\nENTRYPOINT ‸", "ENTRYPOINT «COMMAND»"],
	["FROM a\nENV ‸", "ENV «NAME»=VALUE [NAME=VALUE …]"],
	["FROM a\nENV A=‸", "ENV NAME=«VALUE» [NAME=VALUE …]"],
	["FROM a\nENV A=b \\\n C=‸", "ENV NAME=VALUE «[NAME=VALUE …]»"],
	["FROM a\nLABEL a‸", "LABEL «KEY»=VALUE [KEY=VALUE …]"],
	["ARG A=‸", "ARG NAME«[=DEFAULT]» [NAME …]"],
	["FROM a\nEXPOSE 80/‸", "EXPOSE PORT«[/tcp|/udp]» [PORT …]"],
	["FROM a\nEXPOSE 80 ‸", "EXPOSE PORT[/tcp|/udp] «[PORT …]»"],
	["FROM a\nUSER ‸", "USER «USER»[:GROUP]"],
	["FROM a\nUSER 10:‸", "USER UID«[:GID]»"],
	["FROM a\nHEALTHCHECK ‸", "HEALTHCHECK [OPTIONS] «CMD» COMMAND"],
	["FROM a\nHEALTHCHECK ‸ CMD true", "HEALTHCHECK «[OPTIONS]» CMD COMMAND"],
	["FROM a\nHEALTHCHECK ‸CMD true", "HEALTHCHECK [OPTIONS] «CMD» COMMAND"],
	["FROM a\nADD ‸ \\\n  --chown=1 b c", "ADD «[OPTIONS]» SOURCE … DESTINATION"],
	["FROM a\nHEALTHCHECK N‸", "HEALTHCHECK «NONE»"],
	["FROM a\nHEALTHCHECK --retries=2 CMD curl ‸", "HEALTHCHECK [OPTIONS] CMD «COMMAND»"],
	["FROM a\nVOLUME /a ‸", "VOLUME PATH «[PATH …]»"],
	['FROM a\nVOLUME ["‸', 'VOLUME [«"PATH"»]'],
	['FROM a\nSHELL ["/bin/sh", "‸', 'SHELL ["EXECUTABLE", «"ARGUMENT"»]'],
	["FROM a\nWORKDIR ‸", "WORKDIR «PATH»"],
	["FROM a\nSTOPSIGNAL ‸", "STOPSIGNAL «SIGNAL»"],
	["FROM a\nONBUILD ‸", "ONBUILD «INSTRUCTION»"],
	["FROM a\nONBUILD COPY a ‸", "COPY [OPTIONS] SOURCE … «DESTINATION»"],
	["# escape=‸", "# escape=«CHARACTER»"],
	["FROM a\nCOPY --nothing=‸", undefined],
	["FROM a\nCO‸PY a b", undefined],
	["FROM a\n# ‸", undefined],
])("%j", (marked, expected) => {
	expect(shown(marked)).toBe(expected);
});

test("every form has its parts, in the order in which they stand in it", () => {
	expect(Object.keys(partsOfForms).sort()).toEqual(Object.keys(instructionDocumentation).sort());
	for (const [keyword, { forms }] of Object.entries(instructionDocumentation))
		for (const [index, form] of forms.entries()) {
			let from = keyword.length + 1;
			for (const part of partsOfForms[keyword]?.[index] ?? ["no parts"]) {
				const start = form.indexOf(part, from);
				expect(start, `${part} in ${form}`).toBeGreaterThanOrEqual(from);
				from = start + part.length;
			}
		}
});

test("every key of a mount is marked where it stands", () => {
	for (const [type, { keys }] of Object.entries(mountDocumentation))
		for (const key of Object.keys(keys)) expect(shown(`FROM a\nRUN --mount=type=${type},${key}‸`)).toContain(`[,«${key}»`);
});
