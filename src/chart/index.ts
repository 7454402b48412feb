export { type JourneyMapOptions, journeyMap } from "./journeyMap.js";
