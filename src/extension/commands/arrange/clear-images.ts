import { clearFilter } from "../clear-filter.ts";

export default clearFilter("images", "Clear Filter of Images");
