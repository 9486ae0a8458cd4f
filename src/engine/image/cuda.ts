import type { ImageReference } from "./reference.ts";

/** What an image of NVIDIA's has of CUDA, as its tag tells. */
export type CudaImage = {
	/** With major and minor number, as `12.4`. */
	readonly version: string | undefined;
	/** `devel` has all that `runtime` has, and that all that `base` has. */
	readonly flavour: "base" | "runtime" | "devel" | undefined;
	readonly hasCudnn: boolean;
};

/** Undefined for what is no image of CUDA alone. https://hub.docker.com/r/nvidia/cuda */
export function cudaImage({ registry, repository, tag = "" }: ImageReference): CudaImage | undefined {
	if (repository !== "nvidia/cuda" || (registry !== undefined && registry !== "nvcr.io")) return undefined;
	const version = /^(\d+\.\d+)(?:\.\d+)*(?:-|$)/.exec(tag)?.[1];
	const flavour = /(?:^|-)(base|runtime|devel)(?:-|$)/.exec(tag)?.[1] as CudaImage["flavour"];
	return { version, flavour, hasCudnn: /(?:^|-)cudnn\d*(?:-|$)/.test(tag) };
}

/** Whether the image is made for programs that use a GPU of NVIDIA's. */
export function isGpuImage(reference: ImageReference): boolean {
	const { registry, repository, tag = "" } = reference;
	if (registry === "nvcr.io") return repository.startsWith("nvidia/");
	return (
		registry === undefined &&
		(repository === "nvidia/cuda" || (repository === "pytorch/pytorch" && tag.includes("cuda")) || /^tensorflow\/.*gpu/.test(`${repository}:${tag}`))
	);
}

/** Versions of CUDA for which PyTorch has wheels, as their tags have them: https://download.pytorch.org/whl, looked at in 2026. */
export const wheelTags: ReadonlySet<string> = new Set(
	"cu92 cu100 cu101 cu102 cu110 cu111 cu113 cu115 cu116 cu117 cu118 cu121 cu124 cu126 cu128 cu129 cu130".split(" "),
);

/** What each flavour has besides what the smaller ones have: https://gitlab.com/nvidia/container-images/cuda, looked at in 2026. */
const partsOf: Readonly<Record<NonNullable<CudaImage["flavour"]>, RegExp>> = {
	base: /^cuda-(?:cudart|compat)$/,
	runtime: /^(?:cuda-(?:libraries|nvtx|runtime)|libnpp|libcusparse|libcublas|libcufft|libcurand|libcusolver|libnccl2)$/,
	devel:
		/^(?:nvidia-cuda-toolkit|cuda-(?:toolkit|nvcc|compiler|cudart-dev|driver-dev|nvml-dev|command-line-tools|minimal-build|libraries-dev|nvprof)|lib(?:npp|cusparse|cublas|cufft|curand|cusolver|nccl)-dev)$/,
};

/** Whether a package for Debian, Ubuntu or Red Hat brings what the image has. One with a version in its name, as `cuda-nvcc-12-4` has it, is looked at only where that is the image's. */
export function hasInCuda({ version, flavour, hasCudnn }: CudaImage, name: string): boolean {
	if (flavour === undefined || version === undefined) return false;
	if (/^libcudnn\d*$/.test(name)) return hasCudnn && flavour !== "base";
	if (/^libcudnn\d*-dev$/.test(name)) return hasCudnn && flavour === "devel";
	const [, part = name, major, minor] = /^(.*?)-(\d+)-(\d+)$/.exec(name) ?? [];
	if (major !== undefined && `${major}.${minor}` !== version) return false;
	if (partsOf.base.test(part)) return true;
	return (flavour !== "base" && partsOf.runtime.test(part)) || (flavour === "devel" && partsOf.devel.test(part));
}
