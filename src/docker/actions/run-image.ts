import type { Client } from "../client.ts";

export type RunActions = {
	/** Makes a container of an image as the image says, with each port that it exposes on a free one of the host. Resolves to its id once its row is there. */
	create(reference: string, kind: "detached" | "interactive"): Promise<string>;
};

export const runActions = ({ connection, resources, changes }: Client): RunActions => ({
	create: (reference, kind) =>
		connection.use(async ({ api }) => {
			const isInteractive = kind === "interactive";
			const terminal = { Tty: true, OpenStdin: true, AttachStdin: true, AttachStdout: true, AttachStderr: true };
			const { id } = await api.createContainer({ Image: reference, ...(isInteractive && terminal), HostConfig: { PublishAllPorts: true } });
			await changes.until(() => resources.model.containers.has(id), AbortSignal.timeout(10_000));
			return id;
		}),
});
