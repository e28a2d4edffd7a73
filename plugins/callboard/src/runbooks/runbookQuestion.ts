import type { Finding } from '@callboard/plugin-callboard-common';
import type { RunbookQuestion } from '../api/callboardRunbooksApiRef';

/** A finding and the side of the service that it is on. */
export interface AskedFinding {
  readonly aspect: string;
  readonly finding: Finding;
}

/** What a runbook is wanted for. */
export function runbookQuestion({
  aspect,
  finding,
}: AskedFinding): RunbookQuestion {
  const { code, params } = finding;
  const alertname = params.alertname ?? params.alert;
  const runbookUrl = params.runbookUrl ?? params.runbook_url;
  return {
    aspect,
    code,
    ...(alertname && { alertname }),
    ...(runbookUrl && { runbookUrl }),
  };
}

/** The same for findings that the same runbooks fit. */
export function questionKey(question: RunbookQuestion): string {
  const { aspect, code, alertname, runbookUrl } = question;
  return JSON.stringify([aspect, code, alertname, runbookUrl]);
}
