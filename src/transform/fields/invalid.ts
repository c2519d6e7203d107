/** Why a field's text is not a value: a requirement without its subject, for example "must be a whole number". */
export class Invalid {
  constructor(readonly reason: string) {}
}

/** What a field parser gives: the value, or why there is none. Missing text is a value (`null`), not an error. */
export type Parsed<T> = T | Invalid;
