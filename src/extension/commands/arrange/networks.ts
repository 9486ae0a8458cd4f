import { arrangeView } from "../arrange-view.ts";

export default arrangeView("networks", "Filter Networks…");
