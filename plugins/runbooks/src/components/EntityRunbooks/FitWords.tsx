import type { Fit } from '../../entity/entityRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { FindingWords } from './FindingWords';
import { useStyles } from './useStyles';

/** Which findings of now a runbook fits, and why. */
export function FitWords(props: { readonly fits: readonly Fit[] }) {
  const { fits } = props;
  const classes = useStyles();
  const t = useTexts();
  if (fits.length === 0) {
    return null;
  }
  const [{ finding, because }] = fits;
  return (
    <div>
      <p className={classes.fit}>
        {t('entity.fits')} <FindingWords finding={finding} />
        {fits.length > 1 &&
          `; ${t('entity.fitsMore', { count: fits.length - 1 })}`}
      </p>
      <div className={classes.small}>{because.join('; ')}</div>
    </div>
  );
}
