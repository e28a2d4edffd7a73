import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  MONO_FONT,
  statusTokens,
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { stepTemplate, type StepFields } from '../../editor/stepTemplate';
import { useTexts } from '../../hooks/useTexts';

const EMPTY: StepFields = {
  title: '',
  command: '',
  minutes: '',
  expected: '',
  risk: 'none',
  riskText: '',
};

const RISKS = ['none', 'WARNING', 'CAUTION'] as const;

const useStyles = makeStyles(theme => ({
  fields: { display: 'grid', gap: 16 },
  mono: { fontFamily: MONO_FONT, fontSize: 13 },
  hint: {
    margin: 0,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

/** Asks for a step and writes it as readers and run mode understand it. */
export function StepDialog(props: {
  onInsert(markdown: string): void;
  onClose(): void;
}) {
  const { onInsert, onClose } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLInputElement>();
  const [step, setStep] = useState(EMPTY);
  const change = (part: Partial<StepFields>) => setStep({ ...step, ...part });
  const ready = step.title.trim() !== '';
  const mono = { className: classes.mono, spellCheck: false };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby="runbooks-step"
    >
      <form
        onSubmit={event => {
          event.preventDefault();
          if (ready) {
            onInsert(stepTemplate(step));
          }
        }}
      >
        <DialogTitle id="runbooks-step">{t('editor.stepTitle')}</DialogTitle>
        <DialogContent className={classes.fields}>
          <TextField
            id="runbooks-step-title"
            inputRef={first}
            required
            label={t('editor.stepName')}
            placeholder={t('editor.stepNamePlaceholder')}
            value={step.title}
            onChange={event => change({ title: event.target.value })}
          />
          <TextField
            id="runbooks-step-command"
            multiline
            label={t('editor.stepCommand')}
            value={step.command}
            inputProps={mono}
            onChange={event => change({ command: event.target.value })}
          />
          <p className={classes.hint}>
            {t('editor.stepParams', { open: '{{', close: '}}' })}
          </p>
          <TextField
            id="runbooks-step-expected"
            multiline
            label={t('editor.stepExpected')}
            value={step.expected}
            inputProps={mono}
            onChange={event => change({ expected: event.target.value })}
          />
          <TextField
            id="runbooks-step-minutes"
            type="number"
            label={t('editor.stepMinutes')}
            value={step.minutes}
            inputProps={{ min: 1, max: 999 }}
            onChange={event => change({ minutes: event.target.value })}
          />
          <TextField
            id="runbooks-step-risk"
            select
            SelectProps={{ native: true }}
            label={t('editor.stepRisk')}
            value={step.risk}
            onChange={event =>
              change({
                risk: RISKS.find(risk => risk === event.target.value) ?? 'none',
              })
            }
          >
            {RISKS.map(risk => (
              <option key={risk} value={risk}>
                {t(`editor.stepRisks.${risk}`)}
              </option>
            ))}
          </TextField>
          {step.risk !== 'none' && (
            <TextField
              id="runbooks-step-risk-text"
              multiline
              label={t('editor.stepRiskText')}
              value={step.riskText}
              onChange={event => change({ riskText: event.target.value })}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button className={controls.button} onClick={onClose}>
            {t('editor.cancel')}
          </Button>
          <Button className={controls.primary} type="submit" disabled={!ready}>
            {t('editor.stepInsert')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
