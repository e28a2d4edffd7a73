import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DoctorEntry } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useServicePath } from '../../hooks/useServicePath';
import { useSourcePath } from '../../hooks/useSourcePath';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { OutLink } from '../OutLink';
import { fileName } from './fileName';
import { FixBlock } from './FixBlock';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    service: { fontWeight: 700, overflowWrap: 'anywhere', color: tokens.link },
    small: {
      marginTop: 1,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
    },
    wrong: {
      display: 'grid',
      gridTemplateColumns: '18px minmax(0, 1fr)',
      gap: 8,
      overflowWrap: 'anywhere',
    },
    source: { color: tokens.link, overflowWrap: 'anywhere' },
  };
});

/** One annotation that names something that is not there, and what to do about it. */
export function DoctorRow(props: {
  readonly entry: DoctorEntry;
  /** Sources that the page shows, to be linked to. */
  readonly sources: readonly string[];
}) {
  const { entry, sources } = props;
  const { entityRef, name, owner, source, finding, fix, viewUrl } = entry;
  const classes = useStyles();
  const t = useTexts();
  const servicePath = useServicePath();
  const sourcePath = useSourcePath();
  return (
    <TableRow role="row">
      <TableCell component="th" scope="row" role="rowheader">
        <Link className={classes.service} to={servicePath(entityRef)}>
          {name}
        </Link>
        <div className={classes.small}>
          {owner ? (
            <EntityRefLink entityRef={owner} defaultKind="group" />
          ) : (
            t('doctor.noOwner')
          )}
        </div>
      </TableCell>
      <TableCell role="cell">
        <div className={classes.wrong}>
          {finding.status === 'note' ? (
            <Glyph name="info" size={18} />
          ) : (
            <StatusIcon status={finding.status} size={18} />
          )}
          <div>
            <MessageText text={finding.message} />
            {finding.hint && finding.hint !== fix.text && (
              <div className={classes.small}>
                <MessageText text={finding.hint} />
              </div>
            )}
          </div>
        </div>
      </TableCell>
      <TableCell role="cell">
        <FixBlock fix={fix} />
      </TableCell>
      <TableCell role="cell">
        {viewUrl && (
          <OutLink
            title={fileName(viewUrl) ?? t('doctor.file')}
            url={viewUrl}
          />
        )}
        <div className={classes.small}>
          {sources.includes(source) ? (
            <Link className={classes.source} to={sourcePath(source)}>
              {source}
            </Link>
          ) : (
            source
          )}
        </div>
      </TableCell>
    </TableRow>
  );
}
