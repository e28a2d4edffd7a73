import { MASK, maskSecrets } from './maskSecrets';

// written in two parts, so that nobody takes them for real ones
const JWT = `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U`;
const AWS_ID = `AKIA${'Q3EGRAN5WIKJ7ABC'}`;

describe('maskSecrets', () => {
  it.each([
    ['a bearer token', 'Authorization: Bearer abc.def-123', 'Authorization: '],
    [
      'a bearer token in a command',
      "curl -H 'Authorization: Bearer s3cr3t' https://x",
      "curl -H 'Authorization: ",
    ],
    ['a bare bearer token', 'got bearer 0123456789abcdef back', 'got bearer '],
    [
      'basic authorization',
      'authorization: Basic dXNlcjpwYXNz',
      'authorization: ',
    ],
    ['a JWT', `token is ${JWT}`, 'token is '],
    ['an AWS key id', `id ${AWS_ID} used`, 'id '],
    [
      'an AWS secret',
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'aws_secret_access_key = ',
    ],
    ['a password', 'password=hunter2', 'password='],
    ['a quoted password', 'password: "hunter2 and more"', 'password: '],
    [
      'a password in the environment',
      'PGPASSWORD=hunter2 psql -h db',
      'PGPASSWORD=',
    ],
    ['a key in JSON', '{"apiKey":"0123456789"}', '{"apiKey":'],
    ['a client secret in YAML', 'clientSecret: hunter2', 'clientSecret: '],
    ['a flag', 'vault login --token hunter2', 'vault login --token '],
    [
      'a login in a URL',
      'postgres://shop:hunter2@db:5432/shop',
      'postgres://shop:',
    ],
    ['a login of curl', 'curl -u shop:hunter2 https://x', 'curl -u shop:'],
    ['a cookie', 'Cookie: session=hunter2; other=x', 'Cookie: '],
    ['a header of its own', 'X-Api-Key: hunter2', 'X-Api-Key: '],
    ['a token of GitHub', `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}`, ''],
    ['a token of GitLab', `glpat-${'0123456789abcdefghij'}`, ''],
    ['a token of Slack', `xoxb-${'123456789012-abcdefghijkl'}`, ''],
    [
      'SQL that sets a password',
      "ALTER USER shop IDENTIFIED BY 'hunter2'",
      'ALTER USER shop IDENTIFIED BY ',
    ],
  ])('masks %s', (_name, text, before) => {
    const masked = maskSecrets(text);
    expect(masked.startsWith(`${before}${MASK}`)).toBe(true);
    expect(masked).not.toMatch(
      /hunter2|0123456789|wJalr|dXNlc|abc\.def|s3cr3t/,
    );
  });

  it('masks a private key, also one that is cut off', () => {
    const key = (end: string) =>
      `before\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc${end}`;
    const whole = maskSecrets(key('\n-----END RSA PRIVATE KEY-----\nafter'));
    expect(whole).toContain('after');
    expect(whole).not.toContain('MIIEow');
    expect(maskSecrets(key(''))).not.toContain('MIIEow');
  });

  it.each([
    'NAME     READY   STATUS             RESTARTS\napi-0    0/1     CrashLoopBackOff   12',
    'kubectl --context prod-eu -n shop get secrets',
    'Error: secret "db" not found',
    'https://shop.example/orders?id=4',
    'The token bucket is empty; 12 requests wait',
    'ssh ana@prod-eu uptime',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('leaves %j as it is', text => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('changes nothing more when it is asked again', () => {
    const once = maskSecrets(`password=hunter2\nAuthorization: Bearer ${JWT}`);
    expect(maskSecrets(once)).toBe(once);
  });

  it.each([
    'pwd=1',
    'token: "" sig=ab',
    'X-Key: a',
    'curl -u a:b',
    'db://a:b@c',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\na\n-----END PRIVATE KEY-----',
    'pwd=1 pwd=2 pwd=3',
  ])('makes %j no longer', text => {
    expect(maskSecrets(text).length).toBeLessThanOrEqual(text.length);
    expect(maskSecrets(maskSecrets(text))).toBe(maskSecrets(text));
  });

  it.each([
    '=',
    '-',
    ' ',
    'password',
    'eyJa.',
    '"',
    'a:',
    'x-',
    '-----BEGIN PRIVATE KEY-----',
  ])('is done with 64 KiB of %j', piece => {
    const text = piece.repeat(Math.ceil((64 * 1024) / piece.length));
    expect(maskSecrets(text).length).toBeGreaterThan(0);
  });
});
