import { textOf, trackedFiles } from './workspace.js';

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

const MANIFESTS = trackedFiles('package.json', '*/package.json');
const manifestOf = (path: string): Manifest => JSON.parse(textOf(path)) as Manifest;

describe('the packages of the workspace', () => {
  it.each(MANIFESTS)('%s pins what it depends on to one version', (path) => {
    const { dependencies, devDependencies } = manifestOf(path);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );

    expect(loose).toEqual([]);
  });

  it.each(MANIFESTS)('%s is under the EUPL 1.2, as LICENSE says', (path) => {
    expect(manifestOf(path).license).toBe('EUPL-1.2');
    expect(textOf('LICENSE')).toMatch(/EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  });

  it.each(MANIFESTS.filter((path) => path !== 'package.json'))('%s stands on exactly one layer', (path) => {
    const layers = manifestOf(path).nx?.tags?.filter((tag) => tag.startsWith('layer:'));

    expect(layers).toHaveLength(1);
  });
});

describe('the tests of the workspace', () => {
  it('run: none is left alone with .only, and one that is skipped is skipped by a named condition', () => {
    const left = trackedFiles('*.spec.ts', '*/testing/*.ts').flatMap((path) =>
      textOf(path)
        .split('\n')
        .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
        .filter(({ line }) =>
          /\b(?:it|test|describe)\.(?:only|skip|todo)\(|\b(?:fit|fdescribe|xit|xdescribe)\(/.test(line),
        )
        .filter(({ line }) => !/\.skip\(\s*['"`].*\b(?:because|absent|without|not found|no )/.test(line))
        .map(({ at }) => at),
    );

    expect(left).toEqual([]);
  });
});
