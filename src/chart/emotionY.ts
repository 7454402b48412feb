/** The height of the scale from −2 to 2. */
const SCALE_HEIGHT = 128;
/** Room above and under the scale, for the value of a touchpoint at its end. */
const VALUE_HEIGHT = 20;

/** The height of the emotion curve with the room around it. */
export const EMOTION_HEIGHT: number = SCALE_HEIGHT + 2 * VALUE_HEIGHT;

/** Where an emotion from −2 to 2 stands on its scale, from the upper edge; the end of the scale for what is beyond it. */
export function emotionY(emotion: number): number {
  return EMOTION_HEIGHT / 2 - (Math.max(-2, Math.min(2, emotion)) * SCALE_HEIGHT) / 4;
}
