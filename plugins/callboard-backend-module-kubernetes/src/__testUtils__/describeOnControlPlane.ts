import { ControlPlane } from '@callboard/control-plane';

/** Real processes that start, and a machine that may have other things to do. */
const TIMEOUT_MS = 120_000;

/** Tests that need a real control plane; without one they are skipped, and say so. */
export function describeOnControlPlane(name: string, tests: () => void): void {
  const block = ControlPlane.isAvailable ? describe : describe.skip;
  if (ControlPlane.isAvailable) {
    jest.setTimeout(TIMEOUT_MS);
  } else {
    process.stderr.write(
      `SKIPPED: "${name}" needs a real control plane, and KUBEBUILDER_ASSETS is not set; see packages/control-plane\n`,
    );
  }
  block(name, tests);
}
