import { clearFilter } from "../clear-filter.ts";

export default clearFilter("containers", "Clear Filter of Containers");
