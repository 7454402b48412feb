/** A form of a condition, named by the key that tells it from the others. */
export type ConditionForm = "field" | "events" | "all" | "any" | "not";

/** The keys of each form: those that must be there, and those that may. */
export const conditionForms: {
  readonly [Form in ConditionForm]: { readonly required: readonly string[]; readonly optional: readonly string[] };
} = {
  field: { required: ["field", "op", "value"], optional: ["timeZone"] },
  events: { required: ["events"], optional: [] },
  all: { required: ["all"], optional: [] },
  any: { required: ["any"], optional: [] },
  not: { required: ["not"], optional: [] },
};
const forms = Object.keys(conditionForms) as readonly ConditionForm[];

/** What a condition must be, as the end of a message. */
export const formRequirement: string =
  "requires either field, op and value together, or one of events, all, any and not alone";

/** Which form an object has, or null where it has none: a key too few or too many. */
export function conditionForm(condition: object): ConditionForm | null {
  const keys = Object.entries(condition).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const fits = (form: ConditionForm): boolean => {
    const { required, optional } = conditionForms[form];
    return (
      required.every((key) => keys.includes(key)) &&
      keys.every((key) => required.includes(key) || optional.includes(key))
    );
  };
  return forms.find(fits) ?? null;
}
