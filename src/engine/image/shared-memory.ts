import type { ImageReference } from "./reference.ts";

/**
 * How much shared memory an image needs by its own documentation, where that is more than the 64 MB that Docker gives; undefined for all others. Browsers
 * (https://github.com/SeleniumHQ/docker-selenium#quick-start) and what hands tensors from process to process (https://github.com/pytorch/pytorch#docker-image,
 * https://docs.vllm.ai/en/latest/deployment/docker.html, https://github.com/huggingface/text-generation-inference#docker and NVIDIA's), as of November 2026.
 */
export function sharedMemoryNeeded({ registry, repository }: ImageReference): string | undefined {
	if (registry === "nvcr.io") return /^nvidia\/(?:pytorch|tritonserver|nemo|tensorflow|tensorrt-llm)(?![\w-])/.test(repository) ? "1gb" : undefined;
	if (registry === "ghcr.io") return repository === "huggingface/text-generation-inference" ? "1gb" : undefined;
	if (registry !== undefined) return undefined;
	if (/^(?:selenium|seleniarm)\/(?:standalone|node)-(?!base|docker|kubernetes)/.test(repository)) return "2gb";
	return /^(?:pytorch\/pytorch|vllm\/vllm-openai|lmsysorg\/sglang|huggingface\/transformers-pytorch\b.*)$/.test(repository) ? "1gb" : undefined;
}
