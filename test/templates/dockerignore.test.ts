import { describe, expect, test } from "vitest";
import { render, templateIds } from "../../src/engine/scaffold/scaffold.ts";
import { sent } from "./moby.ts";

describe("the matcher does as Docker's", () => {
	test.each([
		[".env", [".env"], ["app/.env"]],
		["**/.env", [".env", "app/.env", "a/b/.env"], ["app/.envrc", "env"]],
		["*.pem", ["key.pem"], ["certs/key.pem"]],
		["secrets", ["secrets", "secrets/token", "secrets/a/b"], ["app/secrets"]],
		["/build/", ["build/out.js"], ["app/build/out.js"]],
		["docs/**", ["docs/a.md", "docs/a/b.md"], ["a/docs/b.md"]],
		["*.py[co]", ["a.pyc"], ["a.py", "a.pyx"]],
		["**/*.env\n!**/app.env", ["a/b.env"], ["a/app.env"]],
		["# .env\n\n?.txt", ["a.txt"], [".env", "ab.txt"]],
	])("%j", (dockerignore, leftOut, kept) => {
		expect(sent([...leftOut, ...kept], dockerignore)).toEqual(kept);
	});
});

describe.each(templateIds)("%s: what its .dockerignore leaves out of the image", (id) => {
	const rendered = render(id, { paths: [], texts: new Map(), isUnknown: true }, {});
	const dockerignore = "files" in rendered ? (rendered.files[".dockerignore"] ?? "") : "";
	const folders = ["", "app/", "services/mail/config/"];

	test("are secrets, in any folder", () => {
		const names = [
			".env",
			".env.local",
			".env.production",
			"prod.env",
			".envrc",
			"server.key",
			"server.pem",
			"store.p12",
			"store.pfx",
			"AuthKey_1.p8",
			"login.ppk",
			"store.jks",
			"id_rsa",
			"id_ed25519",
			"id_ed25519.pub",
			".netrc",
			".pypirc",
			".npmrc",
			".git-credentials",
			".ssh/config",
			".aws/credentials",
			".docker/config.json",
			".kube/config",
			".config/gcloud/credentials.db",
			"application_default_credentials.json",
			"kubeconfig.yaml",
			".vault-token",
			"secrets/token",
			"secrets/deep/token.txt",
			"secrets.json",
			"credentials.json",
			"client_secret_1.json",
			"service-account.json",
			"terraform.tfstate",
		];
		expect(
			sent(
				folders.flatMap((folder) => names.map((name) => folder + name)),
				dockerignore,
			),
		).toEqual([]);
	});

	test("is nothing that the application is made of", () => {
		const names = [
			"main.py",
			"environment.py",
			"keys.py",
			"secrets.py",
			"secrets/__init__.py",
			"key/store.py",
			"env.py",
			"templates/index.html",
			".env.example",
			"data.json",
		];
		const paths = folders.flatMap((folder) => names.map((name) => folder + name));
		expect(sent(paths, dockerignore)).toEqual(paths);
	});

	test("is what tools leave behind, and Docker's own files", () => {
		expect(
			sent(
				[".git/config", ".venv/bin/python", "app/__pycache__/main.cpython-314.pyc", "app/.venv/bin/python", "Dockerfile", "compose.yaml", ".dockerignore"],
				dockerignore,
			),
		).toEqual([]);
	});
});
