import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Schemas, Schematron files and sample messages kept outside of this project, under their own licences. */
export interface Artefacts {
  readonly folder: string;
  /** @param path from the folder, `samples/v2.0/requete.xml` */
  read(path: string): string;
}

const PROJECT = resolve(import.meta.dirname, '..', '..', '..', '..');
const PLACES = [process.env['EDM_ARTEFACTS'], join(PROJECT, '..', 'shared', 'oots', 'artefacts')];

/** @returns the artefacts of `EDM_ARTEFACTS`, or of `../shared/oots/artefacts` beside the project, when they are there */
export function artefacts(): Artefacts | undefined {
  const folder = PLACES.find((place) => place !== undefined && existsSync(join(place, 'v2.0-profile')));
  if (folder === undefined) return undefined;
  return { folder, read: (path) => readFileSync(join(folder, path), 'utf8') };
}

/** What a skipped test says. */
export const NO_ARTEFACTS = 'no artefacts: set EDM_ARTEFACTS or put them at ../shared/oots/artefacts';
