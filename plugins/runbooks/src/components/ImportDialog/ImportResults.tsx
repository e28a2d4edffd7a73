import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  StatusIcon,
  statusTokens,
  type Tone,
} from '@callboard/plugin-callboard-react';
import type { ImportedFile } from '@callboard/plugin-runbooks-common';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

const RESULTS = ['created', 'updated', 'unchanged', 'failed'] as const;

const TONES: Readonly<Record<ImportedFile['result'], Tone>> = {
  created: 'ok',
  updated: 'ok',
  unchanged: 'none',
  failed: 'failing',
};

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    summary: { margin: '0 0 8px', fontWeight: 700 },
    scroll: { maxHeight: '50vh', overflow: 'auto' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 14,
      lineHeight: '20px',
      '& th': { textAlign: 'left', fontSize: 12, color: tokens.secondary },
      '& th, & td': {
        padding: '6px 12px 6px 0',
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
        borderBottom: `1px solid ${tokens.border}`,
      },
    },
    file: { minWidth: 88 },
    result: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      whiteSpace: 'nowrap',
    },
    failed: { color: tokens.tones.failing.text, whiteSpace: 'pre-wrap' },
  };
});

/** What became of every file; those that failed come first. */
export function ImportResults(props: {
  readonly items: readonly ImportedFile[];
}) {
  const { items } = props;
  const classes = useStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const [created, updated, unchanged, failed] = RESULTS.map(result =>
    String(items.filter(item => item.result === result).length),
  );
  if (items.length === 0) {
    return <p>{t('importing.empty')}</p>;
  }
  const ordered = [
    ...items.filter(({ result }) => result === 'failed'),
    ...items.filter(({ result }) => result !== 'failed'),
  ];
  return (
    <>
      <p className={classes.summary} role="status">
        {t('importing.summary', { created, updated, unchanged, failed })}
      </p>
      <div className={classes.scroll}>
        <table
          className={classes.table}
          aria-label={t('importing.resultsLabel')}
        >
          <thead>
            <tr>
              <th scope="col">{t('importing.columnFile')}</th>
              <th scope="col">{t('importing.columnResult')}</th>
              <th scope="col">{t('importing.columnRunbook')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((item, i) => (
              <tr key={i}>
                <td className={classes.file}>{item.path}</td>
                <td>
                  <span className={classes.result}>
                    <StatusIcon status={TONES[item.result]} size={16} />
                    {t(`importing.result.${item.result}`)}
                  </span>
                </td>
                <td>
                  {item.id ? (
                    <Link to={paths.runbook(item.id)}>
                      {item.title ?? item.id}
                    </Link>
                  ) : (
                    item.title
                  )}
                  {item.message && (
                    <div className={classes.failed}>{item.message}</div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
