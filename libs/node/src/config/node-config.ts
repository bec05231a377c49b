import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Max, Min, MinLength, validateSync } from 'class-validator';
import { ConfigurationError } from './configuration-error.js';

const whole = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything a node reads from its environment, and the only place it does. Defaults are those of docs/settings.md. */
export class NodeConfig {
  /** TCP port of the HTTP face; 0 lets the system choose. */
  @whole() @IsInt() @Min(0) @Max(65535) readonly PORT: number = 0;

  /** Address the HTTP face listens on. */
  @MinLength(1) readonly HOST: string = '127.0.0.1';

  /** `postgres://role:password@host:port/database` */
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false })
  readonly DATABASE_URL!: string;

  /** Connections of this node to its database. */
  @whole() @IsInt() @Min(2) @Max(100) readonly DATABASE_CONNECTIONS: number = 10;

  /** `host:port,host:port`. Only read where the node stands on Kafka. */
  @IsOptional() @MinLength(1) readonly KAFKA_BROKERS?: string;

  /** Base of the directories: `<base>/eb/rest/search` and `<base>/dsd/rest/search`. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  readonly DIRECTORY_URL!: string;

  /** Folder with this node's private keys and the trust anchor, as `oots keys` writes it. Only read by a node that runs alone. */
  @IsOptional() @MinLength(1) readonly KEYS_DIRECTORY?: string;

  /** Origin under which people reach this node; preview links begin with it, hence https. @see R-EDM-ERR-C019 */
  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false })
  readonly PUBLIC_URL: string = 'https://node.oots.example';

  /** Minutes. T1: how long a provider may take for the automatic part. The requester waits one minute longer. @see TDD 4.4 */
  @whole() @IsInt() @Min(1) readonly T1_MINUTES: number = 5;

  /** Minutes. T2: how long a preview link waits to be opened. @see TDD 4.4 */
  @whole() @IsInt() @Min(1) readonly T2_MINUTES: number = 15;

  /** Minutes. T3: how long a person may look before deciding. @see TDD 4.4 */
  @whole() @IsInt() @Min(1) readonly T3_MINUTES: number = 40;

  /** How often a provider may put one exchange off before it is given up. */
  @whole() @IsInt() @Min(0) readonly DEFERRALS: number = 3;

  /** Days. Evidence that a provider promises for later than this is not waited for. */
  @whole() @IsInt() @Min(1) readonly DEFERRAL_DAYS: number = 30;

  /** Milliseconds between two looks for exchanges whose time has run out. */
  @whole() @IsInt() @Min(10) readonly TIMEOUT_SWEEP_MILLISECONDS: number = 1000;

  /** Milliseconds a batch of audit entries waits before it is sealed into the tree. */
  @whole() @IsInt() @Min(1) readonly AUDIT_SEAL_MILLISECONDS: number = 200;

  /** Months, as a floor: longer is lawful, shorter is not. Nothing is removed yet: gap G-17. @see Reg. (EU) 2022/1463 art. 17 */
  @whole() @IsInt() @Min(12) readonly AUDIT_RETENTION_MONTHS: number = 12;

  /** The same seed gives the same simulated people. */
  @whole() @IsInt() @Min(0) readonly POPULATION_SEED: number = 2026;

  @IsIn(LOG_LEVELS) readonly LOG_LEVEL: LogLevel = 'info';

  /**
   * @param environment names that no setting has are ignored: an environment holds other programs' names too
   * @throws {ConfigurationError} naming every setting that cannot be used
   */
  static read(environment: Readonly<Record<string, string | undefined>>): NodeConfig {
    const given = Object.fromEntries(
      Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
    );
    const config = plainToInstance(NodeConfig, given, { exposeDefaultValues: true });
    const problems = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
    if (problems.length > 0) throw new ConfigurationError(problems.join('; '));
    return Object.freeze(config);
  }
}
