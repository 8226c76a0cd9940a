/** Something outside the code keeps Homeward from starting. `message` is one line that says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
