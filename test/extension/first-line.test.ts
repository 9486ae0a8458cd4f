import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
	readonly contributes: { readonly languages: readonly { readonly id: string; readonly firstLine?: string }[] };
};
const firstLine = new RegExp(contributes.languages.find(({ id }) => id === "dockerfile")?.firstLine ?? "$^");

test.each([
	"# syntax=docker/dockerfile:1",
	"#syntax = docker.io/docker/dockerfile:1.7-labs",
	"# check=skip=all",
	"FROM debian:12",
	"FROM scratch",
	"FROM docker.io/library/python:3.14-slim",
	"FROM --platform=$BUILDPLATFORM golang:1.27 AS build",
	"FROM registry.example.com/shop/base:1 AS build",
])("%s begins a Dockerfile", (line) => expect(line).toMatch(firstLine));

test.each([
	"FROM llama3.2",
	"FROM ./model.gguf",
	"FROM hf.co/shop/model:Q4",
	"From jo@example.com Thu Nov 26",
	"FROM users SELECT *",
	"# syntax error",
	"from x import y",
	"",
])("%s begins something else", (line) => expect(line).not.toMatch(firstLine));
