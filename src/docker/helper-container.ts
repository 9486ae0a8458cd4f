import { randomUUID } from "node:crypto";
import type { Api } from "./connection/daemon.ts";
import { emptyImage } from "./empty-image.ts";
import { helperLabel, helperLabels, isForgotten } from "./resources/helper-label.ts";

/** A container that is never started and has no network; in it are the files of an image, or those of a volume below `volumeFolder`. */
export type HelperContainer = {
	readonly id: string;
	/** Removes it with what was made for it, over any connection to its engine. */
	remove(api: Api): Promise<void>;
};

/** Where a volume is in its helper. */
export const volumeFolder = "/volume";

/** `label` is what it is for, by which it is known should it ever stay. @throws DockerError where there is no such image or volume */
export async function createHelper(api: Api, of: { readonly image: string } | { readonly volume: string }, label: string): Promise<HelperContainer> {
	await removeForgotten(api).catch(() => {});
	if ("image" in of) {
		const container = await create(api, of.image, label);
		return { id: container.id, remove: (now) => removeContainer(now, container.id) };
	}
	// An engine makes one that has gone anew, which is empty.
	await api.getVolume(of.volume).inspect();
	const image = await emptyImage(api, helperLabels(label));
	try {
		const { id } = await create(api, image, label, of.volume);
		return {
			id,
			async remove(now) {
				try {
					await removeContainer(now, id);
				} finally {
					await removeImage(now, image);
				}
			},
		};
	} catch (error) {
		await removeImage(api, image);
		throw error;
	}
}

const create = (api: Api, image: string, label: string, volume?: string): Promise<{ readonly id: string }> =>
	api.createContainer({
		name: `hullwright-${label}-${randomUUID().slice(0, 8)}`,
		Image: image,
		// It never runs, but an engine wants a command where the image has none.
		Entrypoint: ["true"],
		Cmd: [],
		NetworkDisabled: true,
		Labels: helperLabels(label),
		HostConfig: {
			NetworkMode: "none",
			...(volume !== undefined && { Mounts: [{ Type: "volume", Source: volume, Target: volumeFolder, VolumeOptions: noCopy }] }),
		},
	});

/** What the image has there is not copied into an empty volume. */
const noCopy = { NoCopy: true, Labels: {}, DriverConfig: { Name: "", Options: {} } };

const removeContainer = (api: Api, id: string): Promise<void> => api.getContainer(id).remove({ force: true, v: true });

/** Where another helper has it still, that one takes it with it. */
const removeImage = (api: Api, id: string): Promise<void> =>
	api
		.getImage(id)
		.remove()
		.catch(() => {});

/** What a window that was killed has left behind: containers first, for they hold their images. */
async function removeForgotten(api: Api): Promise<void> {
	const filters = { label: [helperLabel] };
	const containers = (await api.listContainers({ all: true, filters: { ...filters, status: ["created"] } })).filter(isForgotten);
	await Promise.all(containers.map(({ Id }) => removeContainer(api, Id).catch(() => {})));
	const images = (await api.listImages({ filters: { ...filters, dangling: ["true"] } })).filter(isForgotten);
	await Promise.all(images.map(({ Id }) => removeImage(api, Id)));
}
