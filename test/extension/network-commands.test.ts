import { beforeEach, expect, test, vi } from "vitest";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import type { Services } from "../../src/extension/commands/command.ts";
import type { Node } from "../../src/extension/explorer/kind.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";
import { containerNamed } from "./containers.ts";

const user = vi.hoisted(() => ({ told: [] as string[], questions: [] as string[] }));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ThemeColor: class {},
	ThemeIcon: class {},
	ProgressLocation: {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	window: {
		withProgress: (_options: unknown, run: () => unknown) => run(),
		showInformationMessage: (text: string) => void user.told.push(text),
		showWarningMessage: async (text: string) => {
			user.questions.push(text);
			return "Disconnect";
		},
	},
}));
const { commands } = await import("../../src/extension/commands/index.ts");

beforeEach(() => void Object.assign(user, { told: [], questions: [] }));

/** Disconnects these containers from the network that each is in; `shop-b` is one that the engine does not let go. */
async function disconnect(...names: readonly string[]): Promise<{ readonly done: readonly string[]; readonly error: unknown }> {
	const network = (name: string): object => ({ id: name, name, driver: "bridge", scope: "local", isInternal: false, subnets: [], created: 1 });
	const inNetwork = (id: string, name: string): object => containerNamed(id, { networks: [{ name, addresses: [] }] });
	const model = {
		...Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])),
		networks: new Map(["shop", "host"].map((name) => [name, network(name)])),
		containers: new Map(["shop-a", "shop-b", "shop-c", "host-a"].map((id) => [id, inNetwork(id, id.slice(0, -2))])),
	} as unknown as Model;
	const members = networksView.arrange(model, new Map()).flatMap((row) => networksView.children(row));
	const rows = names.map((name): Node => members.find((row) => networksView.identity(row).name === name) ?? expect.fail(`no row ${name}`));
	const done: string[] = [];
	const leave = async (from: string, who: string): Promise<void> => {
		if (who === "shop-b") throw new Error("it is in use");
		done.push(`${who} from ${from}`);
	};
	const services = { docker: async () => ({ networks: { disconnect: leave } }) } as unknown as Services;
	const command = commands.find(({ id }) => id === "hullwright.network.disconnect");
	const error = await command?.run(services, ...([rows[0], rows] as never[])).then(
		() => undefined,
		(reason: unknown) => String(reason),
	);
	return { done, error };
}

test("of several that are to leave a network one that cannot keeps no other from it, and is named", async () => {
	expect(await disconnect("shop-a", "shop-b", "shop-c")).toEqual({
		done: ["shop-a from shop", "shop-c from shop"],
		error: "Error: shop-b, shop: it is in use",
	});
});

test("nobody is asked about the host's network, which the engine lets nobody leave", async () => {
	expect(await disconnect("shop-a", "host-a")).toEqual({ done: ["shop-a from shop"], error: undefined });
	expect(user.questions).toEqual(["Disconnect shop-a from shop?"]);
	expect(await disconnect("host-a")).toEqual({ done: [], error: undefined });
	expect(user.told).toEqual(["host-a has the network of its host, and leaves it only where it is made again."]);
});
