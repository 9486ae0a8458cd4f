import { SignatureHelpTriggerKind } from "vscode-languageserver/node";
import { expect, onTestFinished, test } from "vitest";
import { startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";

async function connected(options: Parameters<typeof startClient>[0] = {}) {
	const client = await startClient(options);
	onTestFinished(() => client.stop());
	await client.open(uri, "FROM debian:13\r\nCOPY --from=build a \\\r\n  b\r\nRUN make \r\nUSER 1000:\r\n");
	return client;
}

test("the forms of an instruction, and the part that is being written", async () => {
	const client = await connected({
		capabilities: {
			textDocument: { signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true }, activeParameterSupport: true } } },
		},
	});
	const help = await client.signatures(uri, 2, 3);
	expect(help).toMatchObject({ activeSignature: 0, activeParameter: 2 });
	expect(help?.signatures).toHaveLength(2);
	const [first] = help?.signatures ?? [];
	expect(first).toMatchObject({ label: "COPY [OPTIONS] SOURCE … DESTINATION", activeParameter: 2, documentation: { kind: "markdown" } });
	expect(first?.parameters?.[2]).toMatchObject({ label: [24, 35], documentation: { value: expect.stringContaining("The last word.") as string } });
});

test("a client that knows no offsets is given the parts' text", async () => {
	const client = await connected({ capabilities: {} });
	expect(client.capabilities.signatureHelpProvider?.triggerCharacters).toContain("=");
	const help = await client.signatures(uri, 4, 10);
	expect(help).toMatchObject({ activeSignature: 1, activeParameter: 1 });
	expect(help?.signatures[1]?.parameters?.map(({ label }) => label)).toEqual(["UID", "[:GID]"]);
});

test("what is no part is none", async () => {
	const client = await connected({ capabilities: { textDocument: { signatureHelp: { signatureInformation: { noActiveParameterSupport: true } } } } });
	await client.open("untitled:shell", "FROM a\nSHELL x\n");
	expect(await client.signatures("untitled:shell", 1, 7)).toMatchObject({ activeParameter: null });
	const older = await connected({ capabilities: {} });
	await older.open("untitled:shell", "FROM a\nSHELL x\n");
	expect(await older.signatures("untitled:shell", 1, 7)).toMatchObject({ activeParameter: 2 });
});

test("in a command it is there for who asks, and does not come up at a blank", async () => {
	const client = await connected({ capabilities: { textDocument: { signatureHelp: { dynamicRegistration: true } } } });
	expect(await client.signatures(uri, 3, 9)).not.toBeNull();
	expect(client.registered).toContain("textDocument/signatureHelp");
	const typed = { triggerKind: SignatureHelpTriggerKind.TriggerCharacter, triggerCharacter: " ", isRetrigger: false };
	expect(await client.signatures(uri, 3, 9, typed)).toBeNull();
	expect(await client.signatures(uri, 3, 4, typed)).not.toBeNull();
	expect(await client.signatures(uri, 0, 0)).toBeNull();
	expect(await client.signatures("untitled:gone", 0, 0)).toBeNull();
});
