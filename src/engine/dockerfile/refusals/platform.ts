const systems = new Set("aix android darwin macos dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos".split(" "));
const architectures = new Set(
	"386 i386 amd64 x86_64 x86-64 amd64p32 arm armhf armel armbe arm64 aarch64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm".split(
		" ",
	),
);

/** Why Docker does not take the text for a platform, in its words; undefined where it does. https://pkg.go.dev/github.com/containerd/platforms#Parse */
export function platformError(text: string): string | undefined {
	if (text.includes("*")) return `"${text}": wildcards not yet supported: invalid argument`;
	const parts = text.split("/");
	const [system = "", ...rest] = parts;
	const options = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/.exec(system);
	if (!options) return `"${system}" is an invalid OS component of "${text}"`;
	if (/%(?![\da-fA-F]{2})/.test(system)) return `"${text}" has an invalid OS version`;
	const invalid = rest.slice(0, 2).find((part) => !/^[A-Za-z0-9_.-]+$/.test(part));
	if (invalid !== undefined)
		return `"${invalid}" is an invalid component of "${text}": platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument`;
	if (parts.length > 3) return `"${text}": cannot parse platform specifier: invalid argument`;
	if (parts.length > 1 || systems.has(options[1]?.toLowerCase() ?? "") || architectures.has(system.toLowerCase())) return undefined;
	return `"${text}": unknown operating system or architecture: invalid argument`;
}
