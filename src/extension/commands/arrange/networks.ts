import { arrangeView } from "../arrange-view.ts";

export default arrangeView("networks", "Filter, Sort and Group Networks…");
