/** Times are whole seconds since 1970, UTC. The sample's clock is fixed: nothing here reads the machine's. */

export const minute = 60;
export const hour = 3600;
export const day = 86400;

/** @param {string} text An ISO time. */
export const seconds = (text) => Date.parse(text) / 1000;

/** @param {number} time */
export const iso = (time) => `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;

/** Moves a time in the small hours to the morning after, when people are up. @param {number} time */
export function awake(time) {
  const clock = time % day;
  return clock < 6 * hour ? time + 6 * hour + Math.floor(clock / 3) : time;
}

/** The given hour of the day on which the time falls. @param {number} time @param {number} atHour */
export const atHourOf = (time, atHour) => time - (time % day) + atHour * hour;
