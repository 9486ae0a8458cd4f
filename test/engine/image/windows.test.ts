import { expect, test } from "vitest";
import { isWindowsImage } from "../../../src/engine/image/windows.ts";

test.each([
	"mcr.microsoft.com/windows/servercore:ltsc2022",
	"mcr.microsoft.com/windows:1809",
	"mcr.microsoft.com/windows-cssc/python3.7servercore:1",
	"mcr.microsoft.com/dotnet/framework/aspnet:4.8",
	"mcr.microsoft.com/dotnet/framework/sdk:$TAG",
	"mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-1809",
	"mcr.microsoft.com/powershell:lts-nanoserver-ltsc2022",
	"mcr.microsoft.com/businesscentral:ltsc2022",
	"microsoft/iis",
	"microsoft/aspnet:4.7.2",
	"microsoft/dotnet-framework:4.7.2-sdk",
	"microsoft/windowsservercore",
	"golang:1.24-windowsservercore-ltsc2022",
	"docker.io/library/python:3.13-windowsservercore",
	"portainer/portainer:windows1809-amd64",
	"winamd64/golang",
	"registry.example.com/mirror/windows/nanoserver:1809",
])("%s", (image) => {
	expect(isWindowsImage(image)).toBe(true);
});

test.each([
	"debian:12",
	"mcr.microsoft.com/dotnet/aspnet:8.0",
	"mcr.microsoft.com/powershell:7.4-debian-12",
	"mcr.microsoft.com/mssql/server:2022-latest",
	"microsoft/mssql-server-linux",
	"dockcross/windows-static-x64",
	"ghcr.io/cross-rs/x86_64-pc-windows-gnu",
	"dockurr/windows",
	"example.com/windows-tools:1",
	"$IMAGE",
])("%s is none", (image) => {
	expect(isWindowsImage(image)).toBe(false);
});
