import { clearFilter } from "../clear-filter.ts";

export default clearFilter("volumes", "Clear Filter of Volumes");
