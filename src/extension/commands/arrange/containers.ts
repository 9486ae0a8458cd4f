import { arrangeView } from "../arrange-view.ts";

export default arrangeView("containers", "Filter, Sort and Group Containers…");
