/** Programs that start another one as somebody else, and systems of services that do. */
export const userChangers: readonly string[] = [
	"gosu",
	"su-exec",
	"setpriv",
	"chpst",
	"setuidgid",
	"s6-setuidgid",
	"runuser",
	"start-stop-daemon",
	"supervisord",
	"s6-svscan",
	"runsvdir",
];

/** Packages that bring one. */
export const userChangingPackages: readonly string[] = ["supervisor", "s6-overlay"];
