import { useTexts } from '../../hooks/useTexts';
import { Segments } from '../Segments';

/**
 * All there is, or what belongs to the viewer.
 * @public
 */
export function MineChoice(props: {
  /** Names the choice for those who do not see it. */
  readonly label: string;
  readonly mine: boolean;
  readonly onMine: (mine: boolean) => void;
}) {
  const { label, mine, onMine } = props;
  const t = useTexts();
  return (
    <Segments
      label={label}
      options={[
        { value: 'all', label: t('whose.all') },
        { value: 'mine', label: t('whose.mine') },
      ]}
      value={mine ? 'mine' : 'all'}
      onChange={value => onMine(value === 'mine')}
    />
  );
}
