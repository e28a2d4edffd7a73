import { Link, sidebarConfig } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
    whiteSpace: 'nowrap',
  },
  link: {
    marginLeft: 22,
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    color: '#fff',
    fontSize: 18,
    fontWeight: 600,
  },
});

export function SidebarLogo() {
  const classes = useStyles();
  const name =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Callboard';
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label={`${name}, home`}
      >
        <svg width="26" height="26" viewBox="0 0 24 24" aria-hidden>
          <path
            d="M4 5.5h16v13H4zM4 10h16M9.5 10v8.5"
            fill="none"
            stroke="#9ff5e0"
            strokeWidth="1.75"
          />
        </svg>
        {name}
      </Link>
    </div>
  );
}
