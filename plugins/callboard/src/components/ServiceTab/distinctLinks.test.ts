import { anObservation } from '../../__testUtils__/builders';
import { distinctLinks } from './distinctLinks';

const link = (title: string, path: string) => ({
  title,
  url: `https://jenkins.example.com/${path}`,
});

describe('distinctLinks', () => {
  it('gives each address once', () => {
    const observations = [
      anObservation({ links: [link('Jenkins job', 'a')] }),
      anObservation({ links: [link('Jenkins job', 'a')] }),
    ];
    expect(distinctLinks(observations)).toEqual([link('Jenkins job', 'a')]);
  });

  it('says what each is about where titles are the same', () => {
    const observations = [
      anObservation({
        subject: 'shop/a',
        links: [link('Jenkins job', 'a'), link('Repository', 'r')],
      }),
      anObservation({ subject: 'shop/b', links: [link('Jenkins job', 'b')] }),
    ];
    expect(distinctLinks(observations).map(({ title }) => title)).toEqual([
      'Jenkins job shop/a',
      'Repository',
      'Jenkins job shop/b',
    ]);
  });
});
