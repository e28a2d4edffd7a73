import { withoutFrontMatter } from './withoutFrontMatter';

describe('a runbook without its front matter', () => {
  it.each([
    ['', ''],
    ['# Title', '# Title'],
    ['---\ntitle: x\n---\n# Title', '# Title'],
    ['---\r\ntitle: x\r\n---\r\n# Title', '# Title'],
    ['---\n---\ntext', 'text'],
    ['text\n\n---\n\nmore\n\n---\n', 'text\n\n---\n\nmore\n\n---\n'],
    ['---\nnever closed', '---\nnever closed'],
  ])('%j', (markdown, text) => {
    expect(withoutFrontMatter(markdown)).toBe(text);
  });
});
