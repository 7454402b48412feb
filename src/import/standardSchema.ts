/** A step of an issue's path: a key, or an object that holds it. */
export type StandardPathSegment = PropertyKey | { readonly key: PropertyKey };

/** One thing that a schema has against a value. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly StandardPathSegment[] | undefined;
}

/** What validation gives: the value where there are no issues, or else the issues. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/**
 * As much of Standard Schema v1 as cxkit needs: what zod, valibot, ArkType and others agree on, so that a schema of any
 * of them will do. See https://standardschema.dev.
 *
 * @typeParam Output The type of a value that passed.
 */
export interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    /** Checks a value: what it stands for, or what is wrong with it. */
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
  };
}
