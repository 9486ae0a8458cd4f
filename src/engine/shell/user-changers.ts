/** Programs that start another one as somebody else, and systems of services that do. */
export const userChangers = [
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
] as const;

/** Packages that bring one. */
export const userChangingPackages = ["supervisor", "s6-overlay"] as const;
