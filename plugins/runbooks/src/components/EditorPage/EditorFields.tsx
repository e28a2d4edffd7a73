import { memo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PHONE, useControlStyles } from '@callboard/plugin-callboard-react';
import { TITLE_MAX_COUNT } from '@callboard/plugin-runbooks-common';
import type { EditedRunbook } from '../../editor/editedRunbook';
import type { EditedProblem } from '../../editor/validate';
import { useGroupRefs } from '../../hooks/useGroupRefs';
import { useTexts } from '../../hooks/useTexts';
import { ChipsField } from './ChipsField';
import { LineField } from './LineField';
import { MatchersField } from './MatchersField';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '2fr 1.4fr 1fr 1fr',
    alignItems: 'start',
    gap: 12,
    '@media (max-width:1100px)': { gridTemplateColumns: '1fr 1fr' },
    [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 8 },
  },
  /** On a phone the text comes first. */
  later: { [PHONE]: { display: 'none' } },
  note: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: 8,
  },
  pinned: { display: 'flex', alignItems: 'center', gap: 8, fontSize: 14 },
});

type Fields = Omit<EditedRunbook, 'content'>;

/** All of a runbook but its text. */
export const EditorFields = memo(function EditorFieldsView(props: {
  readonly fields: Fields;
  readonly note: string;
  readonly isNew: boolean;
  /** What to say of; nothing before somebody tried to save. */
  readonly problems: readonly EditedProblem[];
  onChange(change: Partial<Fields>): void;
  onNote(note: string): void;
}) {
  const { fields, note, isNew, problems, onChange, onNote } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const groups = useGroupRefs();
  const [more, setMore] = useState(false);
  const later = more || isNew ? undefined : classes.later;
  const problemOf = (...ones: EditedProblem[]) => {
    const problem = ones.find(one => problems.includes(one));
    return (
      problem &&
      t(`editor.problem.${problem}`, { max: String(TITLE_MAX_COUNT) })
    );
  };
  const list = (
    name: 'tags' | 'reviewers',
    suggestions?: readonly string[],
  ) => (
    <ChipsField
      label={t(`editor.field.${name}`)}
      chips={fields[name]}
      suggestions={suggestions}
      onAdd={value =>
        onChange({ [name]: [...new Set([...fields[name], value])] })
      }
      onRemove={index =>
        onChange({ [name]: fields[name].filter((_, i) => i !== index) })
      }
    />
  );
  return (
    <>
      <div className={classes.row}>
        <LineField
          label={t('editor.field.title')}
          value={fields.title}
          problem={problemOf('title-missing', 'title-long')}
          onChange={title => onChange({ title })}
        />
        <div className={later}>
          <MatchersField
            entityRef={fields.entityRef}
            matches={fields.matches}
            onChange={matches => onChange({ matches })}
          />
        </div>
        <div className={later}>
          <LineField
            label={t('editor.field.owner')}
            placeholder={t('editor.ownerHelp')}
            value={fields.owner}
            suggestions={groups}
            onChange={owner => onChange({ owner: owner.trim() })}
          />
        </div>
        <div className={later}>
          <LineField
            label={t('editor.field.reviewBy')}
            type="date"
            value={fields.reviewBy}
            onChange={reviewBy => onChange({ reviewBy })}
          />
        </div>
      </div>
      {(more || isNew) && (
        <div className={classes.row}>
          <LineField
            label={t('editor.field.entityRef')}
            value={fields.entityRef}
            readOnly={!isNew}
            help={isNew ? t('editor.entityHelp') : undefined}
            problem={problemOf('entity-missing')}
            onChange={entityRef => onChange({ entityRef: entityRef.trim() })}
          />
          {list('tags')}
          {list('reviewers', groups)}
          <label className={classes.pinned}>
            <input
              type="checkbox"
              checked={fields.pinned}
              onChange={event => onChange({ pinned: event.target.checked })}
            />
            {t('editor.field.pinned')}
          </label>
        </div>
      )}
      <div className={classes.note}>
        <LineField
          label={t('editor.note')}
          placeholder={t('editor.notePlaceholder')}
          value={note}
          maxLength={1000}
          onChange={onNote}
        />
        {!isNew && (
          <Button
            className={controls.text}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            {t('editor.moreFields')}
          </Button>
        )}
      </div>
    </>
  );
});
