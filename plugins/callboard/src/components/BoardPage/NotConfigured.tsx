import { StatePanel } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';

const SMALLEST_CONFIG = `jenkins:
  instances:
    - name: main
      baseUrl: https://jenkins.example.com
      username: callboard
      apiKey: \${JENKINS_API_KEY}`;

/** No source is configured: the smallest config that works. */
export function NotConfigured() {
  const t = useTexts();
  return (
    <StatePanel
      flat
      icon={{ glyph: 'gear' }}
      title={t('board.notConfiguredTitle')}
    >
      <p style={{ marginBottom: 12 }}>{t('board.notConfiguredText')}</p>
      <CopyBlock text={SMALLEST_CONFIG} />
    </StatePanel>
  );
}
