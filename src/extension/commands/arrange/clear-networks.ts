import { clearFilter } from "../clear-filter.ts";

export default clearFilter("networks", "Clear Filter of Networks");
