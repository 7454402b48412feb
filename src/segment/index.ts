export type { Segmentation, SegmentName } from "./segmentation.js";
export { segmentOf } from "./segmentOf.js";
