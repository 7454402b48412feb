// The main job, end to end, on the embedded sample: npm run demo
import { writeFileSync } from "node:fs";
import { printReview } from "./printReview.mjs";
import { reviewOf } from "./review.mjs";
import { readSample } from "./sample.mjs";

const sample = readSample();
const review = reviewOf(sample);
console.log(printReview({ ...review, journey: sample.journey }));

const file = "journey-map.html";
writeFileSync(file, review.map);
console.log(`The journey map is in ${file}; open it in a browser.`);
