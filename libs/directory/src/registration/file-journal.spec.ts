import { appendFile, type FileHandle, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { FileJournal } from './file-journal.js';
import type { JournalEntry } from './registration-journal.js';

function entry(requestId: string): JournalEntry {
  return { acceptedAt: '2026-11-23T12:00:00.000Z', country: 'LU', requestId, registration: 'a.b.c' };
}

describe('given a journal in a file', () => {
  let folder: string;
  let path: string;
  let opened: FileJournal[];
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'oots-journal-')), 'data');
    path = join(folder, 'registrations.jsonl');
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((journal) => journal.close()));
    await rm(join(folder, '..'), { recursive: true });
  });

  async function open(): Promise<FileJournal> {
    const journal = await FileJournal.open(folder);
    opened.push(journal);
    return journal;
  }

  it('then it begins empty, in a folder that is the process’s own', async () => {
    await expect((await open()).entries()).resolves.toEqual([]);

    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('then the next one to open it reads what was appended, in order', async () => {
    const first = await open();
    await first.entries();
    await first.append(entry('one'));
    await first.append(entry('two'));

    await expect((await open()).entries()).resolves.toEqual([entry('one'), entry('two')]);
  });

  it('then a line that a crash cut off is cut away, and the next one is whole', async () => {
    const first = await open();
    await first.entries();
    await first.append(entry('one'));
    await appendFile(path, '{"acceptedAt":"2026');

    const second = await open();
    await expect(second.entries()).resolves.toEqual([entry('one')]);
    await second.append(entry('two'));

    await expect((await open()).entries()).resolves.toEqual([entry('one'), entry('two')]);
  });

  it('then an entry that could not be made safe leaves no half line behind', async () => {
    const journal = await open();
    await journal.entries();
    await journal.append(entry('one'));
    const { file } = journal as unknown as { readonly file: FileHandle };
    jest.spyOn(file, 'sync').mockRejectedValueOnce(new Error('disk full'));

    await expect(journal.append(entry('two'))).rejects.toThrow('disk full');
    await journal.append(entry('three'));

    await expect((await open()).entries()).resolves.toEqual([entry('one'), entry('three')]);
  });

  it.each([
    ['is no JSON', 'rubbish'],
    ['is no registration', '{"country":"LU"}'],
    ['has something else than texts', JSON.stringify({ ...entry('one'), country: 7 })],
  ])('then a line that %s stops the start and is named', async (_what, line) => {
    await open();
    await writeFile(path, `${JSON.stringify(entry('one'))}\n${line}\n`);

    await expect((await open()).entries()).rejects.toThrow(`line 2 of ${path}`);
  });
});
