export type { CalendarOptions, CalendarUnit } from "./calendar.js";
export { formatTime } from "./formatTime.js";
export { parseTime, type TimeInput } from "./parseTime.js";
