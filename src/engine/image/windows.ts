import { parseImageReference } from "./reference.ts";

/** Whether the image is one of Windows, as far as its name tells. Parts of the name may be variables. */
export function isWindowsImage(image: string): boolean {
	if (!mayBeWindows.test(image)) return false;
	const { registry = "", repository, tag = "" } = parseImageReference(image);
	const name = `${registry}/${repository}`;
	// Their images of Linux build for Windows, or run it.
	if (/cross|mingw|wine|dockurr/i.test(name)) return false;
	return names.some((pattern) => pattern.test(name)) || tags.test(tag);
}

/** Something that each of the patterns below asks for. */
const mayBeWindows = /win|nano|server|microsoft|ltsc/i;

const names: readonly RegExp[] = [
	/nanoserver|servercore/i,
	/\/windows(?:\/|$)/i,
	/^mcr\.microsoft\.com\/(?:windows|dotnet\/framework\/|businesscentral|dynamicsnav|oss\/kubernetes\/windows-)/i,
	/^\/microsoft\/(?:windows|dotnet-framework|aspnet$|iis$|wcf$|dynamics-nav|mssql-server-windows)/i,
	/^\/winamd64\//,
];

/** As in `golang:1.24-windowsservercore-ltsc2022`, `…:nanoserver-1809` and `…:windows1809-amd64`. */
const tags = /windowsservercore|nanoserver|servercore|ltsc20\d\d|(?:^|[-_.])windows(?:[-_.\d]|$)/i;
