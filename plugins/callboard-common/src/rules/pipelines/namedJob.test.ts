import { verdictSchema } from '../../words';
import {
  jobForbidden,
  jobNotConfigured,
  jobNotFound,
  jobUndecided,
} from './namedJob';

const named = {
  system: 'Jenkins',
  instance: 'main',
  job: 'shop/giftcards',
  annotation: 'jenkins.io/job-full-name',
  value: 'main:shop/giftcards',
};

describe('verdicts on jobs that an entity names', () => {
  it.each([
    {
      verdict: jobNotFound({
        ...named,
        path: '/job/shop/job/giftcards',
        near: ['shop/gift-cards'],
      }),
      code: 'not-found',
      message: 'Jenkins main shows no job shop/giftcards to us',
      hint: 'Correct jenkins.io/job-full-name: main:shop/giftcards (instance main, asked as /job/shop/job/giftcards), or let us read the job; near: shop/gift-cards',
    },
    {
      verdict: jobForbidden({ ...named, permission: 'Job/Read' }),
      code: 'forbidden',
      message: 'We may not read shop/giftcards',
      hint: 'Give our user of Jenkins main the permission Job/Read on shop/giftcards, which jenkins.io/job-full-name: main:shop/giftcards names',
    },
    {
      verdict: jobNotConfigured({
        ...named,
        instance: 'nope',
        configured: ['main', 'mobile'],
      }),
      code: 'not-configured',
      message: 'No Jenkins instance called nope is configured',
      hint: 'Correct the instance in jenkins.io/job-full-name: main:shop/giftcards, or add the instance nope to the config (configured: main, mobile)',
    },
    {
      verdict: jobUndecided({
        ...named,
        undecided: {
          job: 'shop/giftcards',
          reason: 'ambiguous',
          message: 'shop/giftcards has 2 primary branches: main, trunk',
          hint: 'Add callboard.io/default-branch: main',
          near: [],
        },
      }),
      code: 'ambiguous',
      message: 'shop/giftcards has 2 primary branches: main, trunk',
      hint: 'Add callboard.io/default-branch: main (jenkins.io/job-full-name: main:shop/giftcards on instance main)',
    },
  ])('$code', ({ verdict, ...finding }) => {
    expect(verdictSchema.parse(verdict)).toMatchObject({
      status: 'unknown',
      findings: [
        {
          ...finding,
          status: 'unknown',
          params: {
            instance: expect.any(String),
            annotation: named.annotation,
            value: named.value,
          },
        },
      ],
    });
  });

  it('quotes hostile values shortened and on one line', () => {
    const verdict = jobNotFound({
      ...named,
      job: `"><script>\n${'😀'.repeat(5000)}`,
      value: `../..//evil.example\u0000%2F${'x'.repeat(5000)}`,
    });
    const text = JSON.stringify(verdict);
    expect(text.length).toBeLessThan(5000);
    expect(text).not.toContain('\\n');
    expect(text).not.toContain('\\u0000');
  });
});
