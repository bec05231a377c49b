import pg from 'pg';

/** No PostgreSQL can be had here, and why. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable';
}

export interface DatabaseRequest {
  /** Created when it does not exist. */
  readonly name: string;
  /** Owns the schema `public` of this database and nothing else on the server. Created when it does not exist. */
  readonly role: string;
  /** Becomes the role's password, whatever it was. */
  readonly password: string;
}

/** One PostgreSQL server, wherever it came from. */
export class PostgresServer {
  constructor(
    /** Connects as the administrator to the maintenance database. */
    readonly adminUrl: string,
    /** What was found, for a person: `PostgreSQL 18.4 from npm`. */
    readonly description: string,
    private readonly release: () => Promise<void> = () => Promise.resolve(),
  ) {}

  get port(): number {
    return Number(new URL(this.adminUrl).port || 5432);
  }

  /** @returns the URL with which the role connects to its database */
  async createDatabase({ name, role, password }: DatabaseRequest): Promise<string> {
    const database = pg.escapeIdentifier(name);
    const owner = pg.escapeIdentifier(role);
    await this.administer(async (admin) => {
      const known = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER';
      await admin.query(
        `${verb} ROLE ${owner} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`,
      );
      const existing = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (existing.rowCount === 0) await admin.query(`CREATE DATABASE ${database} TEMPLATE template0`);
      await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${owner}`);
    });
    await this.administer(async (admin) => {
      await admin.query(`ALTER SCHEMA public OWNER TO ${owner}`);
    }, name);
    return this.urlOf(name, role, password);
  }

  /** Removes a database with whatever is connected to it. */
  async dropDatabase(name: string): Promise<void> {
    await this.administer((admin) => admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));
  }

  /** Runs statements as the administrator, in the maintenance database or the one named. */
  async administer<Result>(work: (admin: pg.Client) => Promise<Result>, database?: string): Promise<Result> {
    const admin = new pg.Client({ connectionString: database === undefined ? this.adminUrl : this.urlOf(database) });
    // A server that shuts down also says so between two statements; the next one fails by itself and tells the caller.
    admin.on('error', () => undefined);
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.end();
    }
  }

  /** Stops what this process started; a server that was there before stays. */
  stop(): Promise<void> {
    return this.release();
  }

  private urlOf(database: string, user?: string, password?: string): string {
    const url = new URL(this.adminUrl);
    url.pathname = `/${encodeURIComponent(database)}`;
    if (user !== undefined) url.username = encodeURIComponent(user);
    if (password !== undefined) url.password = encodeURIComponent(password);
    return url.href;
  }
}
