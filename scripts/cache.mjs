import { homedir } from "node:os";
import { join } from "node:path";

/** Where VS Code, the browser and Docker's programs are kept between runs. Everything in it can be deleted at any time. */
export const cache = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "hullwright");
