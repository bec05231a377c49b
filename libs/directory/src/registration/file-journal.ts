import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalEntry, JournalUnreadable, type RegistrationJournal } from './registration-journal.js';

const FILE = 'registrations.jsonl';
const MEMBERS = ['acceptedAt', 'country', 'requestId', 'registration'] as const;

/**
 * Registrations as lines of JSON in a file with mode 0600 that only ever grows. One process has it open. A line that was cut
 * off by a crash was never accepted, so it is cut away; any other line that cannot be read stops the start.
 */
export class FileJournal implements RegistrationJournal {
  private length = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  /** @param folder made when it does not exist, with mode 0700 */
  static async open(folder: string): Promise<FileJournal> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, FILE);
    return new FileJournal(await open(path, 'a+', 0o600), path);
  }

  async entries(): Promise<readonly JournalEntry[]> {
    const { size } = await this.file.stat();
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await this.file.read(bytes, 0, size, 0);
    const end = bytes.subarray(0, bytesRead).lastIndexOf('\n') + 1;
    if (end < bytesRead) await this.file.truncate(end);
    this.length = end;
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    return lines.map((line, index) => this.entry(line, index + 1));
  }

  async append(entry: JournalEntry): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8');
    try {
      await this.file.appendFile(line);
      await this.file.sync();
    } catch (error) {
      // Half a line would make every later one unreadable.
      await this.file.truncate(this.length);
      throw error;
    }
    this.length += line.length;
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private entry(line: string, number: number): JournalEntry {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new JournalUnreadable(`line ${number} of ${this.path} cannot be read`, { cause });
    }
    const complete =
      typeof value === 'object' &&
      value !== null &&
      MEMBERS.every((member) => member in value && typeof (value as Record<string, unknown>)[member] === 'string');
    if (!complete) throw new JournalUnreadable(`line ${number} of ${this.path} is no registration`);
    return value as JournalEntry;
  }
}
