import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { z } from 'zod';

const signInPage = SignInPageBlueprint.makeWithOverrides({
  configSchema: { automaticGuest: z.boolean().default(false) },
  factory(originalFactory, { config }) {
    return originalFactory({
      loader: async () =>
        config.automaticGuest
          ? props => <ProxiedSignInPage {...props} provider="guest" />
          : props => <SignInPage {...props} providers={['guest']} />,
    });
  },
});

/** Signs guests in: by a click, or without one where `automaticGuest` is set (the demo). */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
