import type { Aspect, DoctorEntry } from '@callboard/plugin-callboard-common';
import { doctorFix } from './doctorFix';

const JOB = 'jenkins.io/job-full-name';

describe('doctorFix', () => {
  it.each<{
    name: string;
    code?: string;
    params?: Record<string, string>;
    hint?: string;
    aspect?: Aspect;
    annotations?: Record<string, string>;
    fix: DoctorEntry['fix'];
  }>([
    {
      name: 'a name that is near',
      params: {
        annotation: JOB,
        value: 'shop/giftcards',
        suggestion: 'shop/gift-cards',
      },
      annotations: { [JOB]: 'shop/giftcards' },
      fix: {
        remove: `${JOB}: shop/giftcards`,
        add: `${JOB}: shop/gift-cards`,
      },
    },
    {
      name: 'one of several names',
      params: {
        annotation: JOB,
        value: 'main:shop/a',
        suggestion: 'main:shop/b',
      },
      annotations: { [JOB]: 'mobile:x, main:shop/a' },
      fix: {
        remove: `${JOB}: "mobile:x, main:shop/a"`,
        add: `${JOB}: "mobile:x, main:shop/b"`,
      },
    },
    {
      name: 'a value that was shortened',
      params: { annotation: JOB, value: 'xx…', suggestion: 'shop/b' },
      annotations: { [JOB]: 'xxxxxx' },
      fix: { remove: `${JOB}: xxxxxx`, add: `${JOB}: shop/b` },
    },
    {
      name: 'an annotation that is not there',
      params: { annotation: 'a/b', suggestion: 'app=label-printer' },
      fix: { add: 'a/b: app=label-printer' },
    },
    {
      name: 'a name with a pattern in it',
      params: { annotation: JOB, value: 'a', suggestion: '$&$1' },
      annotations: { [JOB]: 'a' },
      fix: { remove: `${JOB}: a`, add: `${JOB}: "$&$1"` },
    },
    {
      name: 'values that YAML would read as something else',
      params: { annotation: JOB, value: 'yes', suggestion: '"quoted" # 🚀' },
      annotations: { [JOB]: 'yes' },
      fix: {
        remove: `${JOB}: "yes"`,
        add: `${JOB}: "\\"quoted\\" # 🚀"`,
      },
    },
    {
      name: 'two branches that could decide',
      code: 'ambiguous',
      hint: 'Say which branch decides',
      params: { branch: 'main' },
      fix: {
        text: 'Say which branch decides',
        add: 'callboard.io/default-branch: main',
      },
    },
    {
      name: 'something that never ran',
      code: 'no-data',
      aspect: 'pipelines',
      fix: {
        text: 'Run it once, or opt out',
        add: 'callboard.io/not-applicable: pipelines',
      },
    },
    {
      name: 'something that never ran, of an entity that opts out already',
      code: 'no-data',
      aspect: 'pipelines',
      annotations: { 'callboard.io/not-applicable': 'alerts' },
      fix: {
        text: 'Run it once, or opt out',
        remove: 'callboard.io/not-applicable: alerts',
        add: 'callboard.io/not-applicable: alerts,pipelines',
      },
    },
    {
      name: 'something that may not be read',
      code: 'forbidden',
      hint: 'Give our user the permission Job/Read',
      params: { annotation: JOB, value: 'a' },
      fix: { text: 'Give our user the permission Job/Read' },
    },
    {
      name: 'something without any advice',
      fix: { text: 'Correct the annotation, or remove it' },
    },
  ])('$name', ({ code = 'not-found', fix, ...ailment }) => {
    const { params = {}, hint, annotations = {} } = ailment;
    expect(
      doctorFix({
        finding: { code, params, ...(hint && { hint }) },
        aspect: ailment.aspect ?? 'pipelines',
        annotations,
      }),
    ).toEqual(fix);
  });
});
