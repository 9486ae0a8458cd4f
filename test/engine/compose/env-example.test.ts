import { expect, test } from "vitest";
import { environmentFileFor } from "../../../src/engine/compose/env-example.ts";

test.each([
	[".env.example", ".env"],
	["env.sample", ".env"],
	[".env-dist", ".env"],
	["example.env", ".env"],
	[".example.env", ".env"],
	["sample_env", ".env"],
	[".env.local.example", ".env.local"],
	["web.env.template", "web.env"],
	["web.example.env", "web.env"],
	["example.web.env", "web.env"],
	[".env", undefined],
	[".env.local", undefined],
	["default.env", undefined],
	["compose.example.yaml", undefined],
	["nginx.conf.template", undefined],
	["example", undefined],
])("%s is copied to %s", (example, expected) => expect(environmentFileFor(example)).toBe(expected));
