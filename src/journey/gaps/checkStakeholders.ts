import { refuseOption } from "../../error/checkOptions.js";

/** Refuses stakeholders that are no list, or answer for something else than a list of touchpoints. */
export function checkStakeholders(requirer: string, stakeholders: unknown): void {
  if (stakeholders === undefined) return;
  if (!Array.isArray(stakeholders)) refuseOption(`${requirer} requires stakeholders to be a list`, stakeholders);
  for (const stakeholder of stakeholders) {
    if (Object(stakeholder) !== stakeholder || !Array.isArray(stakeholder.touchpoints ?? [])) {
      refuseOption(`${requirer} requires stakeholders with a list of touchpoints`, stakeholder?.touchpoints);
    }
  }
}
