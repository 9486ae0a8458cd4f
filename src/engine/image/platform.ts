/** `system/architecture/variant` in Docker's own words: `linux/x86_64` is `linux` and `amd64`. */
export type Platform = { readonly system: string; readonly architecture: string | undefined; readonly variant: string | undefined };

/** Reads a platform as Docker does; a lone architecture is Linux'. https://pkg.go.dev/github.com/containerd/platforms#Parse */
export function parsePlatform(text: string): Platform {
	const [first = "", second, third] = text.toLowerCase().split("/");
	if (second === undefined) {
		const isArchitecture = /^(?:i?386|amd64|x86[_-]64|arm.*|aarch64|ppc64.*|mips.*|riscv64|s390x|loong64)$/.test(first);
		return isArchitecture ? { system: "linux", ...normalized(first, undefined) } : { system: systemOf(first), architecture: undefined, variant: undefined };
	}
	return { system: systemOf(first), ...normalized(second, third) };
}

const systemOf = (text: string): string => {
	const system = text.replace(/\(.*$/, "");
	return system === "macos" ? "darwin" : system;
};

function normalized(architecture: string, variant: string | undefined): Pick<Platform, "architecture" | "variant"> {
	switch (architecture) {
		case "i386":
			return { architecture: "386", variant: undefined };
		case "x86_64":
		case "x86-64":
		case "amd64":
			return { architecture: "amd64", variant: variant === "v1" ? undefined : variant };
		case "aarch64":
		case "arm64":
			return { architecture: "arm64", variant: variant === "8" || variant === "v8" ? undefined : variant };
		case "armhf":
			return { architecture: "arm", variant: "v7" };
		case "armel":
			return { architecture: "arm", variant: "v6" };
		case "arm":
			return { architecture: "arm", variant: variant === undefined || variant === "7" ? "v7" : variant };
		default:
			return { architecture, variant };
	}
}
