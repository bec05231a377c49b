import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, MinLength, validateSync } from 'class-validator';

const whole = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the common services were told about their surroundings cannot be used. It stops the start. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Everything the common services read from their environment, and the only place they do. */
export class CommonServicesConfig {
  /** TCP port; 0 lets the system choose. */
  @whole() @IsInt() @Min(0) @Max(65535) readonly PORT: number = 0;

  /** Address to listen on. */
  @MinLength(1) readonly HOST: string = '127.0.0.1';

  /** Folder with `directory-keys.json`, `anchor.json` and `trust-list.jws`, as the key ceremony writes it. */
  @MinLength(1, { message: 'KEYS_DIRECTORY names the folder of the key ceremony' }) readonly KEYS_DIRECTORY!: string;

  /** Seconds between two looks at the trust list in the folder. */
  @whole() @IsInt() @Min(1) readonly TRUST_LIST_REFRESH_SECONDS: number = 60;

  /** Folder in which registrations outlive a restart. Without it they last until the process ends. */
  @IsOptional() @MinLength(1) readonly DATA_DIRECTORY?: string;

  @IsIn(LOG_LEVELS) readonly LOG_LEVEL: LogLevel = 'info';

  /**
   * @param environment names that no setting has are ignored: an environment holds other programs' names too
   * @throws {ConfigurationError} naming every setting that cannot be used
   */
  static read(environment: Readonly<Record<string, string | undefined>>): CommonServicesConfig {
    const given = Object.fromEntries(
      Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
    );
    const config = plainToInstance(CommonServicesConfig, given, { exposeDefaultValues: true });
    const problems = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
    if (problems.length > 0) throw new ConfigurationError(problems.join('; '));
    return Object.freeze(config);
  }
}
