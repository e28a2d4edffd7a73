import useAsync from 'react-use/esm/useAsync';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';

/** Who looks at the page; undefined until it is known, empty where nobody can tell. */
export function useUserRef(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const { value } = useAsync(
    () =>
      identityApi.getBackstageIdentity().then(
        ({ userEntityRef }) => userEntityRef,
        () => '',
      ),
    [identityApi],
  );
  return value;
}
