import { beforeEach, expect, test, vi } from "vitest";
import type { Services } from "../../src/extension/commands/command.ts";

const user = vi.hoisted(() => ({ questions: [] as string[], answer: undefined as string | undefined, asks: () => {} }));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ThemeIcon: class {},
	ProgressLocation: {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	window: {
		showWarningMessage: async (text: string, { detail }: { detail: string }) => {
			user.questions.push(`${text}\n\n${detail}`);
			user.asks();
			return user.answer;
		},
	},
}));
const { commands } = await import("../../src/extension/commands/index.ts");

beforeEach(() => void Object.assign(user, { questions: [], answer: undefined, asks: () => {} }));

const users: { by: string; name: string }[] = [];
async function remove(name: string): Promise<{ readonly removed: readonly string[]; readonly error: unknown }> {
	const removed: string[] = [];
	const contexts = {
		list: async () => [{ name, host: "" }],
		usersOf: async () => users,
		inspect: async () => ({ Endpoints: { docker: { Host: "tcp://far\u202e:2376" } }, TLSMaterial: { docker: ["ca.pem", "key.pem"] } }),
		remove: async (each: string) => void removed.push(each),
	};
	const services = { docker: async () => ({ contexts }) } as unknown as Services;
	const command = commands.find(({ id }) => id === "hullwright.context.remove");
	const error = await command?.run(services, ...([name] as never[])).then(
		() => undefined,
		(reason: unknown) => String(reason),
	);
	users.length = 0;
	return { removed, error };
}

test("it is asked, with what is lost, before a context is removed", async () => {
	expect(await remove("far\n<b>")).toEqual({ removed: [], error: undefined });
	user.answer = "Remove";
	expect(await remove("far\n<b>")).toEqual({ removed: ["far\n<b>"], error: undefined });
	expect(user.questions[1]).toBe(
		"Remove the context far<b>?\n\nIts description goes, with the address tcp://far:2376.\n\nIts certificates and keys go, of which there may be no copy: ca.pem, key.pem.\n\n" +
			"The engine stays as it is, and all that is on it. The Docker CLI on this machine does not know it by this name any more.",
	);
});

test("one in use is refused by who uses it, unasked; also where it came into use meanwhile", async () => {
	user.answer = "Remove";
	const refused = async (by: string, name = ""): Promise<unknown> => {
		users.push({ by, name });
		return (await remove("far")).error;
	};
	expect(await refused("window")).toContain("this window uses it");
	expect(await refused("context")).toContain("the Docker CLI uses it");
	expect(await refused("environment", "DOCKER_CONTEXT")).toContain("“DOCKER_CONTEXT” names it");
	expect(user.questions).toEqual([]);
	user.asks = () => void users.push({ by: "context", name: "" });
	expect(await remove("far")).toMatchObject({ removed: [], error: expect.stringContaining("the Docker CLI uses it") });
});
