/** What the server uses of Node's module of this name. */
export const pathToFileURL = (path: string): { readonly href: string } => ({ href: `file://${path.split("/").map(encodeURIComponent).join("/")}` });

export const fileURLToPath = (uri: string): string => decodeURIComponent(new URL(uri).pathname);
