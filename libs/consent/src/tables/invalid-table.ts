/** A table of the policy that cannot be decided by. A configuration error: whoever reads the table does not start. */
export class InvalidTable extends Error {
  override readonly name = 'InvalidTable';

  /**
   * @param table `policy table`
   * @param problems each names the row and the field
   */
  constructor(
    readonly table: string,
    readonly problems: readonly string[],
  ) {
    super(`${table}: ${problems.join('; ')}`);
  }
}
