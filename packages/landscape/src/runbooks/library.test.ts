import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { planCompany } from '../company/planCompany';
import { readRules } from '../prometheus';
import { earlierVersions } from './earlierVersions';
import { readLibrary } from './library';

/** What findings of pipelines and clusters name, and what one runbook asks for. */
const PARAMS = [
  'cluster',
  'commit',
  'container',
  'hpa',
  'job',
  'kind',
  'namespace',
  'node',
  'pod',
  'provider',
  'pvc',
  'workload',
];

const library = readLibrary();

describe('the runbooks of the company', () => {
  it('are at least forty, some of them drafts, on every level', () => {
    expect(library.length).toBeGreaterThanOrEqual(40);
    expect(library.filter(({ state }) => state === 'draft')).toHaveLength(4);
    const kinds = library.map(({ entityRef }) => entityRef.split(':')[0]);
    expect(new Set(kinds)).toEqual(
      new Set(['component', 'system', 'domain', 'group']),
    );
  });

  it('belong to what is there, and are written by people who are', () => {
    const company = planCompany({ seed: 7, services: 60 });
    const refs = [
      ...company.services.map(({ name }) => `component:default/${name}`),
      ...company.systems.map(({ name }) => `system:default/${name}`),
      ...company.domains.map(({ name }) => `domain:default/${name}`),
      ...company.teams.map(({ name }) => `group:default/${name}`),
    ];
    const people = company.people.map(({ id }) => id);
    for (const { entityRef, author, runs } of library) {
      expect(refs).toContain(entityRef);
      expect(people).toEqual(
        expect.arrayContaining([author, ...runs.map(({ by }) => by)]),
      );
    }
  });

  it.each(library.map(runbook => [runbook.file, runbook] as const))(
    '%s has a title, steps, and asks for what findings name',
    (_, { title, markdown }) => {
      const parsed = parseRunbook(markdown);
      expect(parsed.frontMatter.problems).toEqual([]);
      expect(parsed.title).toBe(title);
      expect(parsed.steps).not.toEqual([]);
      expect(parsed.params.filter(name => !PARAMS.includes(name))).toEqual([]);
    },
  );

  it('speak of alerts that there are, but for one that was renamed', () => {
    const alerts = new Set(
      readRules().flatMap(({ rules }) => rules.map(({ name }) => name)),
    );
    const named = library.flatMap(
      ({ markdown }) => parseRunbook(markdown).alertnames,
    );
    expect(named).toContain('OrdersPerMinuteLow');
    expect([...new Set(named)].filter(name => !alerts.has(name))).toEqual([
      'CertificateExpiresSoon',
    ]);
  });

  it('have older versions that are shorter', () => {
    const grown = library.filter(({ hasHistory }) => hasHistory);
    expect(grown).not.toEqual([]);
    for (const { markdown } of grown) {
      const texts = [
        ...earlierVersions(markdown).map(version => version.markdown),
        markdown,
      ];
      const lengths = texts.map(text => text.length);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      expect(new Set(lengths).size).toBe(texts.length);
    }
  });
});
