// Before uPlot is loaded, which writes numbers in the browser's language at once: where the system is set to POSIX, Chromium has one that `Intl` refuses.
try {
	new Intl.NumberFormat(navigator.language);
} catch {
	Object.defineProperty(navigator, "language", { value: "en-US" });
}

export {};
