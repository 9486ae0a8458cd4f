import { type Message, say } from "../../../text/message.ts";

/** The parts of an instruction's forms, in the order of `instructionDocumentation`: pieces of the form's text, from left to right. */
export const partsOfForms: Readonly<Record<string, readonly (readonly string[])[]>> = {
	FROM: [["[--platform=PLATFORM]", "IMAGE", "[:TAG]", "[@DIGEST]", "AS", "NAME"]],
	RUN: [
		["[OPTIONS]", "COMMAND"],
		["[OPTIONS]", '"EXECUTABLE"', '"ARGUMENT"'],
		["[OPTIONS]", "<<EOF"],
	],
	CMD: [['"EXECUTABLE"', '"ARGUMENT"'], ['"ARGUMENT"'], ["COMMAND"]],
	LABEL: [["KEY", "VALUE", "[KEY=VALUE …]"]],
	MAINTAINER: [["NAME"]],
	EXPOSE: [["PORT", "[/tcp|/udp]", "[PORT …]"]],
	ENV: [["NAME", "VALUE", "[NAME=VALUE …]"]],
	ADD: [
		["[OPTIONS]", "SOURCE …", "DESTINATION"],
		["[OPTIONS]", '"SOURCE"', '"DESTINATION"'],
	],
	COPY: [
		["[OPTIONS]", "SOURCE …", "DESTINATION"],
		["[OPTIONS]", '"SOURCE"', '"DESTINATION"'],
	],
	ENTRYPOINT: [['"EXECUTABLE"', '"ARGUMENT"'], ["COMMAND"]],
	VOLUME: [["PATH", "[PATH …]"], ['"PATH"']],
	USER: [
		["USER", "[:GROUP]"],
		["UID", "[:GID]"],
	],
	WORKDIR: [["PATH"]],
	ARG: [["NAME", "[=DEFAULT]", "[NAME …]"]],
	ONBUILD: [["INSTRUCTION"]],
	STOPSIGNAL: [["SIGNAL"]],
	HEALTHCHECK: [["[OPTIONS]", "CMD", "COMMAND"], ["NONE"]],
	SHELL: [['"EXECUTABLE"', '"ARGUMENT"']],
};

const more = say`More of the same, in the same layer.`;
const command = say`Run by the shell: variables, pipes and \`&&\` work.`;

/** What a part is, where its name does not say enough. */
export const partDocumentation: Readonly<Record<string, Message>> = {
	"[--platform=PLATFORM]": say`Which platform's variant of the base image to use.`,
	"[OPTIONS]": say`Flags, each beginning with \`--\`. They stand before all else.`,
	IMAGE: say`An image, with its registry unless it is Docker Hub's, or the name of a stage above.`,
	"[:TAG]": say`Which version of the image. Otherwise \`latest\`.`,
	"[@DIGEST]": say`The image's content itself, as \`sha256:…\`: it never changes.`,
	COMMAND: command,
	'"EXECUTABLE"': say`The program, started without a shell: no variables, pipes or \`&&\`.`,
	'"ARGUMENT"': say`One argument a string; quotes are double ones.`,
	"<<EOF": say`A script of several lines, up to a line of that word alone.`,
	"SOURCE …": say`Files or folders, relative to what they are taken from. Patterns may stand in them.`,
	'"SOURCE"': say`Files or folders, relative to what they are taken from. Patterns may stand in them.`,
	DESTINATION: say`The last word. Of several sources it has to be a folder, with a slash at its end; a relative path starts at the working directory.`,
	'"DESTINATION"': say`The last word. Of several sources it has to be a folder, with a slash at its end; a relative path starts at the working directory.`,
	PORT: say`A number, or a range such as \`8000-8010\`.`,
	"[/tcp|/udp]": say`The protocol. Otherwise TCP.`,
	VALUE: say`With blanks in it, it stands in quotes.`,
	"[KEY=VALUE …]": more,
	"[NAME=VALUE …]": more,
	"[=DEFAULT]": say`What it is unless \`--build-arg\` says otherwise.`,
	PATH: say`A relative path starts at the working directory.`,
	UID: say`A number needs no account in the image, and Kubernetes can tell that it is not root.`,
	SIGNAL: say`By its name or its number.`,
	INSTRUCTION: say`Any but \`FROM\`, \`ONBUILD\` and \`MAINTAINER\`.`,
};
