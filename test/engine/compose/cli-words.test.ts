import { expect, test } from "vitest";
import { fileInWords, placeOfWords } from "../../../src/engine/compose/cli-words.ts";
import { parse } from "../../../src/engine/compose/parse.ts";

const text = `services:
  web:
    image: nginx
    imag: x
    ports: "80"
    networks: [front]
    volumes: ["data:/d"]
    env_file: conf/missing.env
    depends_on: [db.one]
    healthcheck:
      interval: 10 s
  db.one:
    image: postgres
servics: {}
include: [nope.yml]
volumes:
  v: {external: true, driver: local}
`;

/** What programs of several versions say; see the recordings beside the tests of projects. */
test.each([
	["validating /a/compose.yaml: services.web additional properties 'imag' not allowed", "imag"],
	["validating /a/compose.yaml:  additional properties 'servics' not allowed", "servics"],
	["validating /a/compose.yaml: services.web.ports must be a array", "ports"],
	["services.web.ports must be a list", "ports"],
	["decoding failed due to the following error(s):\n\n'services[web].healthcheck.interval' time: unknown unit", "interval"],
	['service "web" refers to undefined network front: invalid compose project', "front"],
	['service "web" refers to undefined volume data: invalid compose project', '"data:/d"'],
	['service "web" depends on undefined service "db.one": invalid compose project', "db.one"],
	["services.db.one.image must be a string", "image"],
	["service web declares mutually exclusive `network_mode` and `networks`: invalid compose project", "web"],
	["env file /a/conf/missing.env not found: stat /a/conf/missing.env: no such file or directory", "conf/missing.env"],
	["open /a/nope.yml: no such file or directory", "nope.yml"],
	['volumes.v: conflicting parameters "external" and "driver" specified', "v"],
	["failed to parse /a/compose.yaml: yaml: construct errors: line 1: line 4: mapping key already defined", "imag: x"],
	["go-yaml load error in scanner at L2.C1: found character that cannot start any token", "web:"],
	["yaml: line 999: did not find expected key", undefined],
	["empty compose file", undefined],
	["services.nobody.image must be a string", "services"],
	["", undefined],
])("%s", (words, place) => {
	const at = placeOfWords(parse(text), words);
	expect(at && text.slice(at.start, at.end)).toBe(place);
});

test.each([
	["failed to read /a/.env: line 1: key cannot contain a space", "/a/.env"],
	["validating /a/b c/compose.yaml: services", "/a/b"],
	['cannot extend service "a" in /a/base.yaml: service "nope" not found', "/a/base.yaml"],
	["services.web.ports must be a list", undefined],
])("%s: the file", (words, file) => expect(fileInWords(words)).toBe(file));
