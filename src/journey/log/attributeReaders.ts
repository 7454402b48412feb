import { checkReader, refuseOption } from "../../error/checkOptions.js";

/** Further columns of rows by name. A value is a string, a finite number or a boolean; null, undefined, NaN and "" are none. */
export interface AttributeReaders<Row> {
  readonly [name: string]: (row: Row) => string | number | boolean | null | undefined;
}

/** The columns that every log has. */
const taken = ["customer", "touchpoint", "at", "channel", "outcome"];

/** The readers of further columns with their names; refuses what is no function, and the names that every log has. */
export function attributeReaders<Row>(
  requirer: string,
  attributes: AttributeReaders<Row> = {},
): (readonly [name: string, read: (row: Row) => unknown])[] {
  if (Object(attributes) !== attributes) {
    refuseOption(`${requirer} requires attributes as an object of functions by name`, attributes);
  }
  return Object.entries(attributes).map(([name, read]) => {
    if (taken.includes(name)) refuseOption(`${requirer} requires an attribute to have a name of its own`, name);
    checkReader(`${requirer}: ${name}`, read);
    return [name, read];
  });
}
