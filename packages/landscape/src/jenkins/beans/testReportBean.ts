import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import type { JenkinsBuild } from '../items';

type Tests = NonNullable<JenkinsBuild['tests']>;

interface Case {
  readonly name: string;
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED';
}

/** Passed cases are left out: thousands of them say nothing that the totals do not. */
function casesOf(tests: Tests): readonly Case[] {
  const cases = (count: number, status: Case['status']): Case[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `${status.toLowerCase()}Case${index + 1}`,
      status,
    }));
  return [...cases(tests.failed, 'FAILED'), ...cases(tests.skipped, 'SKIPPED')];
}

const caseModel = BeanModel.create<Case>({
  properties: {
    age: ({ status }) => (status === 'FAILED' ? 1 : 0),
    className: () => 'example.fernway.ContractTest',
    duration: () => 0.01,
    errorDetails: ({ status }) =>
      status === 'FAILED' ? 'expected 200 but was 503' : null,
    errorStackTrace: () => null,
    name: ({ name }) => name,
    skipped: ({ status }) => status === 'SKIPPED',
    status: ({ status }) => status,
  },
  summary: [
    'className',
    'duration',
    'errorDetails',
    'name',
    'skipped',
    'status',
  ],
});

const suiteModel = BeanModel.create<Tests>({
  properties: {
    cases: tests => casesOf(tests).map(item => caseModel.of(item)),
    duration: tests => tests.total / 100,
    id: () => null,
    name: () => 'example.fernway.ContractTest',
  },
  summary: ['cases', 'duration', 'id', 'name'],
});

const model = BeanModel.create<Tests>({
  className: 'hudson.tasks.junit.TestResult',
  properties: {
    testActions: () => [],
    duration: tests => tests.total / 100,
    empty: tests => tests.total === 0,
    failCount: tests => tests.failed,
    passCount: tests => tests.total - tests.failed - tests.skipped,
    skipCount: tests => tests.skipped,
    suites: tests => [suiteModel.of(tests)],
  },
});

/** `/job/x/12/testReport/api/json` of the junit plugin. */
export function testReportBean(tests: Tests): ExportedBean {
  return model.of(tests);
}
