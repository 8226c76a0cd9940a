/** Thrown by a page that something else must come before: the middleware leads there with a 303. */
export class Detour extends Error {
  /** A path of ours without the locale, such as `/account/keep`. */
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.name = 'Detour';
    this.path = path;
  }
}
